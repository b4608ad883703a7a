package vn.anttmap.exchange;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.CurrentAccount;
import vn.anttmap.geo.CoordinateSystem;
import vn.anttmap.geo.CoordinateSystems;
import vn.anttmap.geo.Extent;
import vn.anttmap.incident.IncidentCategories;
import vn.anttmap.incident.RegisterCoverage;
import vn.anttmap.problem.BrokenAnswerFilter;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.safety.SafetyAssessments;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.VietnamTime;

@RestController
class ExportController {

    /** Stands in a path for every collection at once. */
    private static final String ALL = "all";

    private final CollectionExport exports;
    private final Territory territory;
    private final IncidentCategories categories;
    private final RegisterCoverage coverage;
    private final SafetyAssessments assessments;
    private final CurrentAccount currentAccount;
    private final Clock clock;

    ExportController(
            CollectionExport exports,
            Territory territory,
            IncidentCategories categories,
            RegisterCoverage coverage,
            SafetyAssessments assessments,
            CurrentAccount currentAccount,
            Clock clock) {
        this.exports = exports;
        this.territory = territory;
        this.categories = categories;
        this.coverage = coverage;
        this.assessments = assessments;
        this.currentAccount = currentAccount;
        this.clock = clock;
    }

    /**
     * One collection as a file, or all of them as a GeoPackage. Without a period, figures are those of the newest covered
     * one. An account without the right to exact places gets incidents as numbers by residential area.
     *
     * @param file the collection and the format, such as {@code communes.shp.zip}, {@code incidents.csv},
     *     {@code all.gpkg}; formats: shp.zip, gpkg, geojson, kml, csv
     * @param crs such as {@code EPSG:9210}; GeoJSON and KML have WGS 84 only
     * @param from first day of the period, in Vietnam
     * @param to last day of the period, included
     * @param year assessment year of the status; else that of the period's last day
     * @param asOf the status as it was recorded by the end of this day in Vietnam; now without it
     * @param bbox west,south,east,north in EPSG:4326
     * @param within id of a unit of any level: only what its territory comes to on the boundary day
     * @param category code: only such incidents are listed and counted
     * @param boundaryDay the day whose areas, roads and teams are exported; else the period's last
     * @param sizeM of the cells of {@code hexagons} and {@code squares}: square root of their area, 50 to 50000 metres
     * @param geometry of a CSV: {@code wkt} or {@code xy}; else xy for points, wkt for the others
     */
    @GetMapping("/api/exports/{file}")
    void export(
            @PathVariable String file,
            @RequestParam(defaultValue = "EPSG:4326") String crs,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable String bbox,
            @RequestParam(required = false) @Nullable Long within,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable LocalDate boundaryDay,
            @RequestParam(required = false) @Nullable Integer sizeM,
            @RequestParam(required = false) @Nullable String geometry,
            Locale locale,
            HttpServletRequest httpRequest,
            HttpServletResponse response)
            throws IOException {
        int dot = file.indexOf('.');
        FileFormat format = FileFormat.ofEnding(dot < 0 ? "" : file.substring(dot + 1), file);
        String id = file.substring(0, Math.max(dot, 0));
        boolean all = id.equals(ALL) && format == FileFormat.GEOPACKAGE;
        ExportCollection collection = all ? ExportCollection.PROVINCES : ExportCollection.ofId(id);
        checkPeriod(from, to);
        if (year != null) {
            assessments.checkYear(year);
        }
        AccountView account = currentAccount.get();
        categories.checkFilter(account, category, null);
        CoordinateSystem system = CoordinateSystems.get(crs);
        Optional<RegisterCoverage.Period> newest =
                from == null && to == null ? coverage.newest(account) : Optional.empty();
        LocalDate first = newest.map(RegisterCoverage.Period::from).orElse(from);
        LocalDate last = newest.map(RegisterCoverage.Period::to).orElse(to);
        LocalDate day = boundaryDay != null ? boundaryDay : last != null ? last : VietnamTime.today(clock);
        ExportRequest request = new ExportRequest(
                collection,
                system,
                first,
                last,
                year != null ? year : last != null ? last.getYear() : day.getYear(),
                asOf,
                day,
                bbox == null ? null : Extent.parse(bbox),
                within == null ? null : territory.ground(account, within, day),
                category,
                locale,
                sizeM);
        Download download = new Download(response, id + "." + format.ending(), format.mediaType());
        try {
            if (all) {
                exports.writeAll(account, request, download);
            } else {
                exports.write(account, request, format, place(geometry), download);
            }
        } catch (IOException | RuntimeException e) {
            if (!download.started()) {
                throw e;
            }
            BrokenAnswerFilter.broken(httpRequest, e);
        }
    }

    private static void checkPeriod(@Nullable LocalDate from, @Nullable LocalDate to) {
        if ((from == null) != (to == null)) {
            String missing = from == null ? "from" : "to";
            throw UserProblem.of(Kind.INVALID, "field-missing", missing).at(missing, null);
        }
        if (from != null && to != null && from.isAfter(to)) {
            throw UserProblem.of(Kind.INVALID, "period-backwards", from, to).at("from", from);
        }
    }

    private static CsvFeatures.@Nullable Place place(@Nullable String geometry) {
        if (geometry == null) {
            return null;
        }
        return switch (geometry) {
            case "wkt" -> CsvFeatures.Place.WKT;
            case "xy" -> CsvFeatures.Place.XY;
            default ->
                throw UserProblem.of(Kind.INVALID, "csv-geometry-unknown").at("geometry", geometry);
        };
    }
}
