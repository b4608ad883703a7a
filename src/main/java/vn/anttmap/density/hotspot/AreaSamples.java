package vn.anttmap.density.hotspot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.density.AreaDensity;
import vn.anttmap.density.Density;
import vn.anttmap.density.DensityLevel;
import vn.anttmap.density.DensityReport;
import vn.anttmap.density.statistics.PointNeighbours;
import vn.anttmap.density.statistics.PolygonNeighbours;
import vn.anttmap.geo.CoordinateSystem;
import vn.anttmap.geo.CoordinateSystems;
import vn.anttmap.geo.CoordinateTransform;
import vn.anttmap.geo.Feature;
import vn.anttmap.incident.IncidentCounts;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.TerritoryFeatures;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;

/** Communes and residential areas as a sample. Those without a register for the whole period are left out and named. */
@Component
class AreaSamples {

    /** Borders of two sources that are meant to be one lie about this far apart at most. */
    private static final double BORDER_TOLERANCE_M = 5;

    /** For areas of several provinces, whose zones differ: VN-2000 / UTM zone 48N. */
    private static final String SEVERAL_PROVINCES = "EPSG:3405";

    private final Density density;
    private final TerritoryFeatures features;
    private final Territory territory;

    AreaSamples(Density density, TerritoryFeatures features, Territory territory) {
        this.density = density;
        this.features = features;
        this.territory = territory;
    }

    /** @param boundaries of the question's day and ground, by unit; where it is empty, they are read and put there */
    HotSpotSample of(
            AccountView account,
            DensityLevel level,
            IncidentCounts.Question question,
            HotSpotSettings settings,
            Locale locale,
            Map<Long, Geometry> boundaries) {
        HotSpotSettings.Basis basis = settings.basis() == null ? HotSpotSettings.Basis.PER_SQ_KM : settings.basis();
        DensityReport report = density.report(account, level, question, locale);
        if (boundaries.isEmpty()) {
            boundaries.putAll(boundaries(account, level, question));
        }
        List<HotSpotSample.Member> members = new ArrayList<>();
        List<Long> ids = new ArrayList<>();
        List<HotSpotReport.LeftOut> leftOut = new ArrayList<>();
        int leftOutRecorded = 0;
        for (AreaDensity area : report.areas()) {
            Double value = value(area, basis);
            String reason = reason(area, boundaries.get(area.id()), basis);
            if (reason != null || value == null) {
                leftOut.add(
                        new HotSpotReport.LeftOut(area.id(), area.fullName(), reason == null ? "register" : reason));
                leftOutRecorded += area.recorded();
                continue;
            }
            ids.add(area.id());
            members.add(new HotSpotSample.Member(
                    String.valueOf(area.id()),
                    area.name(),
                    area.fullName(),
                    area.parentName(),
                    area.recorded(),
                    value,
                    null));
        }
        return new HotSpotSample(
                level.key(),
                null,
                basis,
                members,
                used -> neighbours(ids.stream().map(boundaries::get).toList(), system(ids), used),
                report.total(),
                new DensityReport.NotCounted(
                        report.notCounted().tooInexact(), report.notCounted().outsideAreas() + leftOutRecorded),
                report.restrictedExcluded(),
                leftOut,
                0);
    }

    private static @Nullable Double value(AreaDensity area, HotSpotSettings.Basis basis) {
        return switch (basis) {
            case COUNT -> area.count() == null ? null : area.count().doubleValue();
            case PER_SQ_KM -> area.incidentsPerSqKmYear();
            case PER_1000 -> area.incidentsPer1000Year();
        };
    }

    private static @Nullable String reason(AreaDensity area, @Nullable Geometry boundary, HotSpotSettings.Basis basis) {
        if (!area.covered()) {
            return "register";
        }
        if (boundary == null) {
            return "boundary";
        }
        if (value(area, basis) == null) {
            return basis == HotSpotSettings.Basis.PER_1000 ? "population" : "area";
        }
        return null;
    }

    private Map<Long, Geometry> boundaries(AccountView account, DensityLevel level, IncidentCounts.Question question) {
        UnitLevel unitLevel = level == DensityLevel.COMMUNES ? UnitLevel.COMMUNE : UnitLevel.RESIDENTIAL_AREA;
        Map<Long, Geometry> boundaries = new HashMap<>();
        for (Feature feature : features.units(
                account, unitLevel, kind -> true, question.boundaryDay(), question.within(), null, 0, Locale.ROOT)) {
            Geometry boundary = feature.geometry();
            if (boundary != null && !boundary.isEmpty()) {
                boundaries.put(feature.id(), boundary);
            }
        }
        return boundaries;
    }

    private CoordinateSystem system(List<Long> ids) {
        Set<String> codes = new HashSet<>();
        for (long id : ids) {
            codes.add(territory
                    .find(id)
                    .flatMap(unit -> territory.ancestor(unit, UnitLevel.PROVINCE))
                    .map(Unit::code)
                    .orElse(""));
        }
        return (codes.size() == 1
                        ? CoordinateSystems.forProvince(codes.iterator().next())
                        : java.util.Optional.<CoordinateSystem>empty())
                .orElseGet(() -> CoordinateSystems.get(SEVERAL_PROVINCES));
    }

    private static HotSpotSample.Neighbours neighbours(
            List<Geometry> boundaries, CoordinateSystem system, HotSpotSettings settings) {
        CoordinateTransform toMetres = CoordinateTransform.between(CoordinateSystems.WGS84, system);
        List<Geometry> areas = boundaries.stream().map(toMetres::transform).toList();
        return switch (settings.weights()) {
            case QUEEN -> new HotSpotSample.Neighbours(PolygonNeighbours.queen(areas, BORDER_TOLERANCE_M), null);
            case ROOK -> new HotSpotSample.Neighbours(PolygonNeighbours.rook(areas, BORDER_TOLERANCE_M), null);
            case DISTANCE -> withinDistance(middles(areas), settings);
            case NEAREST -> new HotSpotSample.Neighbours(middles(areas).nearest(settings.neighbours()), null);
        };
    }

    static HotSpotSample.Neighbours withinDistance(PointNeighbours places, HotSpotSettings settings) {
        // Rounded up, so that the farthest pair is not lost by its last digit.
        double distanceM = settings.distanceM() == null ? Math.ceil(places.farthestNearest()) : settings.distanceM();
        return new HotSpotSample.Neighbours(places.within(distanceM), distanceM);
    }

    private static PointNeighbours middles(List<Geometry> areas) {
        return new PointNeighbours(
                areas.stream().mapToDouble(area -> area.getCentroid().getX()).toArray(),
                areas.stream().mapToDouble(area -> area.getCentroid().getY()).toArray());
    }
}
