package vn.anttmap.report;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import vn.anttmap.access.CurrentAccount;

/**
 * Period reports that tell how far they have come. The answer is lines of JSON: one for each step, the report in the
 * last. Nothing is kept between requests, so it works on any node, and whoever goes away stops the work.
 */
@RestController
@RequestMapping("/api/reports")
class ReportProgressController {

    private static final String LINES = "application/x-ndjson";

    private final PeriodReports reports;
    private final ReportExport export;
    private final CurrentAccount currentAccount;
    private final JsonMapper json;

    ReportProgressController(
            PeriodReports reports, ReportExport export, CurrentAccount currentAccount, JsonMapper json) {
        this.reports = reports;
        this.export = export;
        this.currentAccount = currentAccount;
        this.json = json;
    }

    /** @param working what is made now: the key of a section, {@code movement} or {@code file} */
    record Step(String working, int done, int of) {}

    /** @param base64 the bytes of the file */
    record FileLine(String fileName, String mediaType, String base64) {}

    /**
     * The report as lines of JSON ({@code application/x-ndjson}): {@code {"working": "situation", "done": 1, "of": 10}}
     * before each step, at last {@code {"report": …}}, or {@code {"file": …}} where a format is asked for. An answer
     * without that last line is not complete. What is wrong with the question is answered as everywhere, before the first
     * line.
     *
     * @param boundaryDay the day whose areas the figures are counted in; {@code to} unless given
     * @param format {@code docx}, {@code xlsx} or {@code pdf} for a file
     */
    @GetMapping(path = "/{areaId}.ndjson")
    void report(
            @PathVariable long areaId,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable LocalDate boundaryDay,
            @RequestParam(required = false) @Nullable String format,
            HttpServletResponse response)
            throws IOException {
        ReportPeriod period = new ReportPeriod(from, to);
        ReportFormat wished = format == null ? null : ReportFormat.ofEnding(format);
        ReportProgress progress = (what, done, of) -> line(response, new Step(what, done, of));
        if (wished == null) {
            PeriodReport report = reports.report(currentAccount.get(), areaId, period, boundaryDay, progress);
            line(response, Map.of("report", ReportPreview.of(report)));
            return;
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        String[] name = new String[1];
        export.write(currentAccount.get(), areaId, period, boundaryDay, wished, progress, (fileName, written, size) -> {
            name[0] = fileName;
            return content;
        });
        line(
                response,
                Map.of(
                        "file",
                        new FileLine(
                                name[0],
                                wished.mediaType(),
                                Base64.getEncoder().encodeToString(content.toByteArray()))));
    }

    private void line(HttpServletResponse response, Object content) {
        try {
            if (!response.isCommitted()) {
                response.setContentType(LINES);
                response.setCharacterEncoding(StandardCharsets.UTF_8);
                response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
            }
            OutputStream output = response.getOutputStream();
            output.write(json.writeValueAsBytes(content));
            output.write('\n');
            response.flushBuffer();
        } catch (IOException e) {
            // Nobody waits any more: the work ends here.
            throw new UncheckedIOException(e);
        }
    }
}
