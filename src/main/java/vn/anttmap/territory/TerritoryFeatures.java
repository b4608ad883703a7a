package vn.anttmap.territory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.geo.CoverageSimplification;
import vn.anttmap.geo.Extent;
import vn.anttmap.geo.Feature;
import vn.anttmap.geo.Wgs84;

/** Units and roads with their geometry, generalised for drawing. */
@Service
public class TerritoryFeatures {

    private final TerritorialUnitRepository units;
    private final RoadSegmentRepository roads;
    private final Jurisdictions jurisdictions;
    private final Territory territory;

    TerritoryFeatures(
            TerritorialUnitRepository units,
            RoadSegmentRepository roads,
            Jurisdictions jurisdictions,
            Territory territory) {
        this.units = units;
        this.roads = roads;
        this.jurisdictions = jurisdictions;
        this.territory = territory;
    }

    /**
     * Units of a level on a day inside the account's territory. Neighbours stay neighbours: a shared border is
     * generalised once.
     *
     * @param kinds which kinds to keep
     * @param within the ground they must belong to on that day; null for all
     * @param extent EPSG:4326; null for all
     * @param toleranceMeters how far a line may move; 0 leaves it as stored
     */
    @Transactional(readOnly = true)
    public List<Feature> units(
            AccountView account,
            UnitLevel level,
            Predicate<UnitKind> kinds,
            LocalDate day,
            @Nullable Ground within,
            @Nullable Extent extent,
            double toleranceMeters,
            Locale locale) {
        account.require(Right.READ_MAP);
        Jurisdiction jurisdiction = jurisdictions.of(account);
        return features(
                find(level, day, extent).stream()
                        .filter(unit -> jurisdiction.contains(unit.id()))
                        .filter(unit -> within == null || within.contains(unit.id()))
                        .filter(unit -> kinds.test(unit.view().kind()))
                        .toList(),
                toleranceMeters,
                locale);
    }

    /** The frame of the base map: all provinces, for every account, since these lines are public. */
    @Transactional(readOnly = true)
    public List<Feature> provinces(LocalDate day, double toleranceMeters, Locale locale) {
        return features(units.listOn(UnitLevel.PROVINCE, day), toleranceMeters, locale);
    }

    /** Roads of a day inside the account's territory. */
    @Transactional(readOnly = true)
    public List<Feature> roads(AccountView account, LocalDate day, @Nullable Ground within, @Nullable Extent extent) {
        account.require(Right.READ_MAP);
        Map<Long, Road> visible = new LinkedHashMap<>();
        territory.listRoadsOn(account, within, day).forEach(road -> visible.put(road.id(), road));
        List<Feature> features = new ArrayList<>();
        for (RoadSegment segment : roads.listOn(day)) {
            Road road = visible.get(segment.view().id());
            if (road != null
                    && (extent == null || segment.course().intersects(Wgs84.FACTORY.toGeometry(extent.toEnvelope())))) {
                features.add(feature(road, segment.course()));
            }
        }
        return features;
    }

    private List<TerritorialUnit> find(UnitLevel level, LocalDate day, @Nullable Extent extent) {
        if (extent == null) {
            return units.listOn(level, day);
        }
        return units.listIn(
                level,
                day,
                extent.west(),
                extent.south(),
                extent.east(),
                extent.north(),
                Wgs84.FACTORY.toGeometry(extent.toEnvelope()));
    }

    private List<Feature> features(List<TerritorialUnit> found, double toleranceMeters, Locale locale) {
        List<@Nullable Geometry> boundaries = new ArrayList<>();
        found.forEach(unit -> boundaries.add(unit.boundary()));
        List<@Nullable Geometry> drawn =
                toleranceMeters > 0 ? CoverageSimplification.simplify(boundaries, toleranceMeters) : boundaries;
        List<Feature> features = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            features.add(feature(found.get(i).view(), drawn.get(i), locale));
        }
        return features;
    }

    private Feature feature(Unit unit, @Nullable Geometry boundary, Locale locale) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("id", unit.id());
        properties.put("name", unit.name());
        properties.put("fullName", unit.fullName());
        properties.put("level", unit.level().key());
        properties.put("kind", unit.kind().key());
        properties.put("kindLabel", unit.kind().label(locale));
        properties.put("code", unit.code());
        properties.put("parentId", unit.parentId());
        properties.put("parentName", territory.parentName(unit));
        properties.put("validFrom", unit.validity().from());
        properties.put("validTo", unit.validity().to());
        properties.put("areaSqKm", unit.areaSqKm());
        properties.put("synthetic", unit.synthetic());
        properties.put("syntheticNote", unit.syntheticNote());
        return new Feature(unit.id(), boundary, properties);
    }

    private static Feature feature(Road road, Geometry course) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("id", road.id());
        properties.put("name", road.name());
        properties.put("owner", road.owner());
        properties.put("fromDescription", road.fromDescription());
        properties.put("toDescription", road.toDescription());
        properties.put("validFrom", road.validity().from());
        properties.put("validTo", road.validity().to());
        properties.put("lengthKm", road.lengthKm());
        properties.put("synthetic", road.synthetic());
        properties.put("syntheticNote", road.syntheticNote());
        return new Feature(road.id(), course, properties);
    }
}
