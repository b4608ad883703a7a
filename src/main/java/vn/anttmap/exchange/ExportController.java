package vn.anttmap.exchange;

import jakarta.servlet.http.HttpServletResponse;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.CurrentAccount;
import vn.anttmap.geo.CoordinateSystem;
import vn.anttmap.geo.CoordinateSystems;
import vn.anttmap.geo.Extent;
import vn.anttmap.incident.RegisterCoverage;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.safety.SafetyAssessments;
import vn.anttmap.territory.VietnamTime;

@RestController
class ExportController {

    private static final String SHAPEFILE = ".shp.zip";

    private final ShapefileExport shapefiles;
    private final RegisterCoverage coverage;
    private final SafetyAssessments assessments;
    private final CurrentAccount currentAccount;
    private final Clock clock;

    ExportController(
            ShapefileExport shapefiles,
            RegisterCoverage coverage,
            SafetyAssessments assessments,
            CurrentAccount currentAccount,
            Clock clock) {
        this.shapefiles = shapefiles;
        this.coverage = coverage;
        this.assessments = assessments;
        this.currentAccount = currentAccount;
        this.clock = clock;
    }

    /**
     * One collection as a file. Without a period, figures are those of the newest covered one.
     *
     * @param file the collection and the format, such as {@code communes.shp.zip}
     */
    @GetMapping("/api/exports/{file}")
    void export(
            @PathVariable String file,
            @RequestParam(defaultValue = "EPSG:4326") String crs,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable String bbox,
            @RequestParam(required = false) @Nullable LocalDate boundaryDay,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        int dot = file.indexOf('.');
        if (dot < 0 || !file.substring(dot).equals(SHAPEFILE)) {
            throw UserProblem.of(Kind.NOT_FOUND, "format-unknown", "shp.zip").at("file", file);
        }
        if ((from == null) != (to == null)) {
            String missing = from == null ? "from" : "to";
            throw UserProblem.of(Kind.INVALID, "field-missing", missing).at(missing, null);
        }
        if (from != null && to != null && from.isAfter(to)) {
            throw UserProblem.of(Kind.INVALID, "period-backwards", from, to).at("from", from);
        }
        if (year != null) {
            assessments.checkYear(year);
        }
        AccountView account = currentAccount.get();
        ExportCollection collection = ExportCollection.ofId(file.substring(0, dot));
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
                day,
                bbox == null ? null : Extent.parse(bbox),
                locale);
        shapefiles.write(account, request, new NamedDownload(response, collection.id() + SHAPEFILE));
    }

    /** Sets the headers of a download with the first byte, so that a failure before it can still be explained. */
    private static final class NamedDownload extends FilterOutputStream {

        private final HttpServletResponse response;
        private final String name;
        private boolean started;

        NamedDownload(HttpServletResponse response, String name) {
            super(OutputStream.nullOutputStream());
            this.response = response;
            this.name = name;
        }

        @Override
        public void write(int value) throws IOException {
            start();
            out.write(value);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            start();
            out.write(bytes, offset, length);
        }

        private void start() throws IOException {
            if (!started) {
                started = true;
                response.setContentType("application/zip");
                response.setHeader(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString());
                response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
                out = response.getOutputStream();
            }
        }
    }
}
