package vn.anttmap.density.grid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.geo.CoordinateSystem;
import vn.anttmap.geo.CoordinateSystems;
import vn.anttmap.geo.CoordinateTransform;
import vn.anttmap.geo.Extent;
import vn.anttmap.geo.Feature;
import vn.anttmap.incident.IncidentCounts;
import vn.anttmap.incident.RegisterCoverage;
import vn.anttmap.territory.Ground;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.TerritoryFeatures;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;

/** The ground on which the register covers a period, by province, in the metres of its VN-2000 zone. */
@Component
class CoveredGround {

    /** Where a province's zone is not known: VN-2000 / UTM zone 48N. */
    private static final String ELSEWHERE = "EPSG:3405";

    private final Territory territory;
    private final TerritoryFeatures features;
    private final RegisterCoverage coverage;

    CoveredGround(Territory territory, TerritoryFeatures features, RegisterCoverage coverage) {
        this.territory = territory;
        this.features = features;
        this.coverage = coverage;
    }

    /**
     * @param areas covered boundaries in metres of the system
     * @param box that holds them, degrees
     */
    record ProvinceGround(String province, CoordinateSystem system, List<Geometry> areas, Envelope box) {

        /** A little more than a long straight line bends from one reference system to the other. */
        private static final double MARGIN_DEGREES = 0.05;

        void add(Geometry boundary) {
            areas.add(
                    CoordinateTransform.between(CoordinateSystems.WGS84, system).transform(boundary));
            Envelope wider = new Envelope(boundary.getEnvelopeInternal());
            wider.expandBy(MARGIN_DEGREES);
            box.expandToInclude(wider);
        }
    }

    /**
     * @param revision of the territory, not newer than what the units are
     * @param units covered, by key, whether or not a boundary is held
     * @param leftOut those without a figure
     */
    record Units(long revision, UnitLevel level, List<Unit> units, List<GridReport.LeftOut> leftOut) {

        double areaSqKm() {
            return units.stream()
                    .map(Unit::measuredAreaSqKm)
                    .filter(Objects::nonNull)
                    .mapToDouble(Double::doubleValue)
                    .sum();
        }
    }

    /** The communes of the account, or what the ground of the question comes to; no boundary is read. */
    Units units(AccountView account, IncidentCounts.Question question) {
        Ground within = question.within();
        long revision = territory.revision();
        UnitLevel level = within != null && within.unit().level() == UnitLevel.RESIDENTIAL_AREA
                ? UnitLevel.RESIDENTIAL_AREA
                : UnitLevel.COMMUNE;
        RegisterCoverage.Calendar calendar = coverage.calendar(account);
        List<Unit> covered = new ArrayList<>();
        List<GridReport.LeftOut> leftOut = new ArrayList<>();
        for (Unit unit : territory.listOn(account, level, question.boundaryDay())) {
            if (within != null && !within.contains(unit.id())) {
                continue;
            }
            if (!calendar.covers(unit, question.from(), question.to())) {
                leftOut.add(new GridReport.LeftOut(unit.id(), unit.fullName(), "register"));
            } else if (unit.extent() == null) {
                leftOut.add(new GridReport.LeftOut(unit.id(), unit.fullName(), "boundary"));
            } else {
                covered.add(unit);
            }
        }
        return new Units(revision, level, covered, leftOut);
    }

    /** Whether no boundary changed since the units were listed. */
    boolean isCurrent(Units units) {
        return territory.revision() == units.revision();
    }

    /** Boundaries of the covered units, by province, in the order of their keys. */
    List<ProvinceGround> grounds(AccountView account, IncidentCounts.Question question, Units units) {
        if (units.units().isEmpty()) {
            return List.of();
        }
        Map<Long, Geometry> boundaries = new LinkedHashMap<>();
        features.units(
                        account,
                        units.level(),
                        kind -> true,
                        question.boundaryDay(),
                        question.within(),
                        extent(units),
                        0,
                        Locale.ROOT)
                .forEach(feature -> put(boundaries, feature));
        Map<String, ProvinceGround> grounds = new LinkedHashMap<>();
        for (Unit unit : units.units()) {
            Geometry boundary = boundaries.get(unit.id());
            if (boundary == null) {
                continue;
            }
            @Nullable Unit province = territory.ancestor(unit, UnitLevel.PROVINCE).orElse(null);
            ProvinceGround ground = grounds.computeIfAbsent(
                    province == null ? "" : province.key(),
                    key -> new ProvinceGround(
                            province == null ? "" : province.fullName(),
                            zone(province),
                            new ArrayList<>(),
                            new Envelope()));
            ground.add(boundary);
        }
        return List.copyOf(grounds.values());
    }

    /** So that a commune's question does not read the boundaries of the country. */
    private static @Nullable Extent extent(Units units) {
        Envelope all = new Envelope();
        for (Unit unit : units.units()) {
            Extent extent = unit.extent();
            if (extent != null) {
                all.expandToInclude(extent.toEnvelope());
            }
        }
        return all.isNull() ? null : new Extent(all.getMinX(), all.getMinY(), all.getMaxX(), all.getMaxY());
    }

    private static void put(Map<Long, Geometry> boundaries, Feature feature) {
        if (feature.geometry() != null) {
            boundaries.put(feature.id(), feature.geometry());
        }
    }

    private static CoordinateSystem zone(@Nullable Unit province) {
        String code = province == null ? null : province.code();
        return (code == null ? java.util.Optional.<CoordinateSystem>empty() : CoordinateSystems.forProvince(code))
                .orElseGet(() -> CoordinateSystems.get(ELSEWHERE));
    }
}
