package vn.anttmap.density;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.geo.Extent;
import vn.anttmap.geo.Feature;
import vn.anttmap.geo.GeodesicMeasure;
import vn.anttmap.incident.IncidentCounts;
import vn.anttmap.territory.Population;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.TerritoryFeatures;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;

/**
 * Estimates who lives in the part of a commune that was drawn, by weights of area: from its residential areas where they
 * have figures, and for ground that is left from what the commune has beyond them.
 */
@Component
class DrawnInhabitants {

    /** Of the drawn part: slivers between boundaries do not ask for the commune's figure. */
    private static final double LEAST_REST = 0.001;

    private final Territory territory;
    private final TerritoryFeatures features;

    DrawnInhabitants(Territory territory, TerritoryFeatures features) {
        this.territory = territory;
        this.features = features;
    }

    /** What the residential areas of a commune with a figure come to. */
    private static final class Sum {
        private double people;
        private double groundSqKm;
        private double drawnPeople;
        private double drawnSqKm;
        private final List<Population> figures = new ArrayList<>();
    }

    /**
     * @param boundary of the commune, degrees
     * @param part of it that was drawn, degrees
     * @return empty where figures are missing
     */
    Optional<DrawnPopulation> of(
            AccountView account,
            Unit commune,
            Geometry boundary,
            Geometry part,
            IncidentCounts.Question question,
            Locale locale) {
        int year = question.to().getYear();
        Sum sum = residentialAreas(account, commune, boundary, part, question, locale);
        double restSqKm = areaSqKm(part) - sum.drawnSqKm;
        if (restSqKm > LEAST_REST * areaSqKm(part)) {
            Population whole = commune.populationFor(year);
            double groundSqKm = areaSqKm(boundary) - sum.groundSqKm;
            if (whole == null || groundSqKm <= 0) {
                return Optional.empty();
            }
            sum.drawnPeople += Math.max(0, whole.count() - sum.people) * Math.min(1, restSqKm / groundSqKm);
            sum.figures.add(whole);
        }
        return sum.figures.stream()
                .map(figure -> new DrawnPopulation(0, figure.year(), figure.year(), figure.synthetic()))
                .reduce(DrawnPopulation::plus)
                .map(none -> new DrawnPopulation(sum.drawnPeople, none.firstYear(), none.lastYear(), none.synthetic()));
    }

    private Sum residentialAreas(
            AccountView account,
            Unit commune,
            Geometry boundary,
            Geometry part,
            IncidentCounts.Question question,
            Locale locale) {
        Sum sum = new Sum();
        List<Feature> areas = features.units(
                account,
                UnitLevel.RESIDENTIAL_AREA,
                kind -> true,
                question.boundaryDay(),
                territory.ground(account, commune.id(), question.boundaryDay()),
                Extent.of(boundary),
                0,
                locale);
        for (Feature area : areas) {
            Population figure = territory
                    .get(account, area.id())
                    .populationFor(question.to().getYear());
            Geometry ground = area.geometry();
            if (figure != null && ground != null) {
                double groundSqKm = areaSqKm(ground);
                double drawnSqKm = areaSqKm(ground.intersection(part));
                sum.people += figure.count();
                sum.groundSqKm += groundSqKm;
                if (drawnSqKm > 0) {
                    sum.drawnPeople += figure.count() * drawnSqKm / groundSqKm;
                    sum.drawnSqKm += drawnSqKm;
                    sum.figures.add(figure);
                }
            }
        }
        return sum;
    }

    /** Of the polygons: where only borders touch, lines and points are left of an intersection. */
    static double areaSqKm(@Nullable Geometry geometry) {
        double sum = 0;
        for (int i = 0; geometry != null && i < geometry.getNumGeometries(); i++) {
            Geometry part = geometry.getGeometryN(i);
            sum += part instanceof Polygonal ? GeodesicMeasure.areaSqKm(part) : 0;
        }
        return sum;
    }
}
