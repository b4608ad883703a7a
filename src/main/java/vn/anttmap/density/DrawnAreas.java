package vn.anttmap.density;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.springframework.stereotype.Service;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.density.rates.CountInterval;
import vn.anttmap.geo.BadGeoJsonException;
import vn.anttmap.geo.Extent;
import vn.anttmap.geo.Feature;
import vn.anttmap.geo.GeoJsonGeometry;
import vn.anttmap.geo.VietnamBounds;
import vn.anttmap.incident.IncidentCounts;
import vn.anttmap.incident.IncidentPoints;
import vn.anttmap.incident.RegisterCoverage;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.TerritoryFeatures;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;

/** Counts what happened in an area drawn on the map: finer than any unit, so for accounts that see single places. */
@Service
class DrawnAreas {

    private static final int MOST_VERTICES = 5_000;
    private static final int MOST_COMMUNES = 100;

    /** For accounts that see no single places. */
    private static final List<String> LEVELS_INSTEAD = List.of(
            DensityLevel.RESIDENTIAL_AREAS.key(),
            DensityLevel.VILLAGES.key(),
            DensityLevel.RESIDENTIAL_BLOCKS.key(),
            DensityLevel.COMMUNES.key());

    private final IncidentPoints points;
    private final IncidentCounts counts;
    private final RegisterCoverage coverage;
    private final Territory territory;
    private final TerritoryFeatures features;
    private final DrawnInhabitants inhabitants;

    DrawnAreas(
            IncidentPoints points,
            IncidentCounts counts,
            RegisterCoverage coverage,
            Territory territory,
            TerritoryFeatures features,
            DrawnInhabitants inhabitants) {
        this.points = points;
        this.counts = counts;
        this.coverage = coverage;
        this.territory = territory;
        this.features = features;
        this.inhabitants = inhabitants;
    }

    /**
     * @param geoJson a polygon, degrees, longitude first
     * @throws UserProblem of kind FORBIDDEN, with the levels to use instead, for an account without exact places; others
     *     where it is no polygon, too large or outside the account's territory
     */
    DrawnAreaDensity count(AccountView account, String geoJson, IncidentCounts.Question question, Locale locale) {
        account.require(Right.READ_MAP);
        if (!account.has(Right.SEE_INCIDENT_POINTS)) {
            throw UserProblem.of(Kind.FORBIDDEN, "finer-than-area", String.join(", ", LEVELS_INSTEAD))
                    .with("levels", LEVELS_INSTEAD);
        }
        Geometry drawn = polygon(geoJson);
        List<Feature> touched = communes(account, drawn, question, locale);
        List<String> names = new ArrayList<>();
        List<String> notCovered = new ArrayList<>();
        List<String> populationMissing = new ArrayList<>();
        DrawnPopulation people = null;
        double areaSqKm = 0;
        RegisterCoverage.Calendar calendar = coverage.calendar(account);
        IndexedPointInAreaLocator inside = new IndexedPointInAreaLocator(drawn);
        int recorded = 0;
        int leftOut = 0;
        for (Feature feature : touched) {
            Unit commune = territory.get(account, feature.id());
            names.add(commune.fullName());
            if (!calendar.covers(commune, question.from(), question.to())) {
                notCovered.add(commune.fullName());
            }
            Geometry boundary = Objects.requireNonNull(feature.geometry());
            Geometry part = boundary.intersection(drawn);
            areaSqKm += DrawnInhabitants.areaSqKm(part);
            DrawnPopulation there = inhabitants
                    .of(account, commune, boundary, part, question, locale)
                    .orElse(null);
            if (there == null) {
                populationMissing.add(commune.fullName());
            } else {
                people = people == null ? there : people.plus(there);
            }
            IncidentPoints.Places places = points.find(
                    account, question.within(territory.ground(account, commune.id(), question.boundaryDay())));
            recorded += inside(inside, places);
            leftOut += places.leftOut();
        }
        double years = Rates.years(question.from(), question.to());
        Integer count = notCovered.isEmpty() ? recorded : null;
        boolean peopled = populationMissing.isEmpty() && people != null && people.inhabitants() >= 1;
        return new DrawnAreaDensity(
                question.from(),
                question.to(),
                Rates.days(question.from(), question.to()),
                years,
                question.boundaryDay(),
                count,
                recorded,
                leftOut,
                areaSqKm,
                Math.min(1, areaSqKm / DrawnInhabitants.areaSqKm(drawn)),
                count == null ? null : CountInterval.of(count),
                rate(count, areaSqKm, years),
                peopled ? people : null,
                peopled ? rate(count, people.inhabitants() / 1000, years) : null,
                populationMissing,
                count != null && count < Rates.FEWEST_FOR_A_STABLE_RATE,
                names,
                notCovered,
                counts.leavesOutRestricted(account));
    }

    private static @Nullable RateFigure rate(@Nullable Integer count, double size, double years) {
        List<@Nullable Integer> one = new ArrayList<>();
        one.add(count);
        return RateColumn.of(one, List.of(size), years).at(0);
    }

    private static int inside(IndexedPointInAreaLocator area, IncidentPoints.Places places) {
        int inside = 0;
        for (int i = 0; i < places.size(); i++) {
            Coordinate place = new Coordinate(places.longitudes()[i], places.latitudes()[i]);
            inside += area.locate(place) == Location.EXTERIOR ? 0 : 1;
        }
        return inside;
    }

    private List<Feature> communes(
            AccountView account, Geometry drawn, IncidentCounts.Question question, Locale locale) {
        List<Feature> communes = features
                .units(
                        account,
                        UnitLevel.COMMUNE,
                        kind -> true,
                        question.boundaryDay(),
                        null,
                        Extent.of(drawn),
                        0,
                        locale)
                .stream()
                .filter(feature -> feature.geometry() != null
                        && DrawnInhabitants.areaSqKm(feature.geometry().intersection(drawn)) > 0)
                .toList();
        if (communes.isEmpty()) {
            throw UserProblem.of(Kind.UNPROCESSABLE, "drawn-area-outside").at("geometry", null);
        }
        if (communes.size() > MOST_COMMUNES) {
            throw UserProblem.of(Kind.UNPROCESSABLE, "drawn-area-too-large", MOST_COMMUNES, communes.size())
                    .at("geometry", null);
        }
        return communes;
    }

    private static Geometry polygon(String geoJson) {
        Geometry geometry;
        try {
            geometry = GeoJsonGeometry.read(geoJson);
        } catch (BadGeoJsonException e) {
            throw UserProblem.of(Kind.INVALID, "drawn-area-unreadable").at("geometry", null);
        }
        boolean near = java.util.Arrays.stream(geometry.getCoordinates())
                .allMatch(corner -> VietnamBounds.contains(corner.x, corner.y));
        if (!(geometry instanceof Polygonal) || !near || !new IsValidOp(geometry).isValid()) {
            throw UserProblem.of(Kind.INVALID, "drawn-area-unreadable").at("geometry", null);
        }
        if (geometry.getNumPoints() > MOST_VERTICES) {
            throw UserProblem.of(Kind.INVALID, "drawn-area-too-detailed", MOST_VERTICES, geometry.getNumPoints())
                    .at("geometry", null);
        }
        return geometry;
    }
}
