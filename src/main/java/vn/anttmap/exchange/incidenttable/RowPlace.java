package vn.anttmap.exchange.incidenttable;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;
import vn.anttmap.access.AccountView;
import vn.anttmap.exchange.table.CellText;
import vn.anttmap.geo.CoordinateGuard;
import vn.anttmap.geo.CoordinateSystem;
import vn.anttmap.geo.CoordinateSystems;
import vn.anttmap.geo.ImplausibleCoordinatesException;
import vn.anttmap.geo.VietnameseText;
import vn.anttmap.incident.PlaceAccuracy;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;

/**
 * Where a row says that it happened: by coordinates, else by the name or code of an area, else somewhere in the commune.
 *
 * @param longitude EPSG:4326, degrees
 * @param latitude EPSG:4326, degrees
 * @param area the area that was named; null for coordinates
 */
record RowPlace(
        double longitude,
        double latitude,
        PlaceAccuracy accuracy,
        @Nullable Unit area) {

    /** Finds places of one account on given days. */
    record Finder(Territory territory, AccountView account, CoordinateSystem system) {

        /** @throws UserProblem that says what is wrong; its parameter is the name of the {@link TableColumn} at fault */
        RowPlace find(RowCells cells, LocalDate day) {
            if (cells.has(TableColumn.X) || cells.has(TableColumn.Y)) {
                return at(cells, TableColumn.X, TableColumn.Y, system);
            }
            if (cells.has(TableColumn.LATITUDE) || cells.has(TableColumn.LONGITUDE)) {
                return at(cells, TableColumn.LATITUDE, TableColumn.LONGITUDE, CoordinateSystems.WGS84);
            }
            List<Unit> communes = communes(cells, day);
            if (cells.has(TableColumn.AREA)) {
                Unit area = area(cells.text(TableColumn.AREA), communes, day);
                return inside(area, PlaceAccuracy.AREA, TableColumn.AREA);
            }
            if (communes.size() != 1) {
                throw UserProblem.of(Kind.INVALID, "table-place-missing").at(TableColumn.AREA.name(), null);
            }
            return inside(communes.get(0), PlaceAccuracy.UNKNOWN, TableColumn.COMMUNE);
        }

        private RowPlace at(RowCells cells, TableColumn north, TableColumn east, CoordinateSystem in) {
            double x = number(cells, north, in.isProjected());
            double y = number(cells, east, in.isProjected());
            try {
                CoordinateGuard.Place place = CoordinateGuard.locate(in, x, y);
                return new RowPlace(place.longitude(), place.latitude(), PlaceAccuracy.EXACT, null);
            } catch (ImplausibleCoordinatesException e) {
                throw UserProblem.of(Kind.INVALID, "coordinates-implausible").at(north.name(), cells.text(north));
            }
        }

        private static double number(RowCells cells, TableColumn column, boolean meters) {
            String text = cells.text(column);
            Double number = meters ? CellText.meters(text) : CellText.coordinate(text);
            if (number == null || !Double.isFinite(number)) {
                throw UserProblem.of(Kind.INVALID, "table-number-unreadable", cells.text(column))
                        .at(column.name(), cells.text(column));
            }
            return number;
        }

        private List<Unit> communes(RowCells cells, LocalDate day) {
            List<Unit> communes = territory.listOn(account, UnitLevel.COMMUNE, day);
            if (!cells.has(TableColumn.COMMUNE)) {
                return communes;
            }
            String asked = cells.text(TableColumn.COMMUNE);
            List<Unit> named =
                    communes.stream().filter(unit -> isNamed(unit, asked)).toList();
            if (named.isEmpty()) {
                throw UserProblem.of(Kind.INVALID, "table-commune-unknown", asked)
                        .at(TableColumn.COMMUNE.name(), asked);
            }
            return named;
        }

        private Unit area(String asked, List<Unit> communes, LocalDate day) {
            List<Unit> found = territory.listOn(account, UnitLevel.RESIDENTIAL_AREA, day).stream()
                    .filter(unit -> isNamed(unit, asked))
                    .filter(unit -> territory
                            .ancestor(unit, UnitLevel.COMMUNE)
                            .filter(communes::contains)
                            .isPresent())
                    .toList();
            if (found.isEmpty()) {
                throw UserProblem.of(Kind.INVALID, "table-area-unknown", asked).at(TableColumn.AREA.name(), asked);
            }
            if (found.size() > 1) {
                throw UserProblem.of(Kind.INVALID, "table-area-ambiguous", asked, found.size())
                        .at(TableColumn.AREA.name(), asked);
            }
            return found.get(0);
        }

        /** "Khu phố 2", "khu pho 2" and the area's own code name it; so does "2" never, which could be anything. */
        private static boolean isNamed(Unit unit, String asked) {
            String folded = VietnameseText.fold(asked);
            return !folded.isEmpty()
                    && (folded.equals(unit.nameFolded())
                            || asked.equals(unit.code())
                            || (folded.length() > 2 && folded.equals(VietnameseText.fold(unit.name()))));
        }

        private RowPlace inside(Unit unit, PlaceAccuracy accuracy, TableColumn column) {
            Optional<Point> point = territory.pointInside(unit);
            return point.map(place -> new RowPlace(place.getX(), place.getY(), accuracy, unit))
                    .orElseThrow(() -> UserProblem.of(Kind.INVALID, "table-area-without-boundary", unit.fullName())
                            .at(column.name(), unit.fullName()));
        }
    }
}
