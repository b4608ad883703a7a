package vn.anttmap.report;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.anttmap.access.CurrentAccount;

/** Period reports of a unit. */
@RestController
@RequestMapping("/api/reports")
class ReportController {

    private final PeriodReports reports;
    private final ReportExport export;
    private final CurrentAccount currentAccount;

    ReportController(PeriodReports reports, ReportExport export, CurrentAccount currentAccount) {
        this.reports = reports;
        this.export = export;
        this.currentAccount = currentAccount;
    }

    /**
     * The report of a unit of any level for a period, as it stands now.
     *
     * @param boundaryDay the day whose areas the figures are counted in; {@code to} unless given
     */
    @GetMapping("/{areaId}.json")
    ReportPreview preview(
            @PathVariable long areaId,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable LocalDate boundaryDay) {
        return ReportPreview.of(reports.report(currentAccount.get(), areaId, new ReportPeriod(from, to), boundaryDay));
    }

    /**
     * The same as a file: {@code docx} and {@code pdf} in the layout of Nghị định 30/2020, {@code xlsx} with the tables.
     *
     * @param format {@code docx}, {@code xlsx} or {@code pdf}
     */
    @GetMapping("/{areaId}.{format}")
    void report(
            @PathVariable long areaId,
            @PathVariable String format,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable LocalDate boundaryDay,
            HttpServletResponse response)
            throws IOException {
        ReportFormat wished = ReportFormat.ofEnding(format);
        export.write(
                currentAccount.get(),
                areaId,
                new ReportPeriod(from, to),
                boundaryDay,
                wished,
                ReportProgress.SILENT,
                (fileName, written, sizeBytes) -> {
                    ReportAttachment.announce(response, fileName, written.mediaType(), sizeBytes);
                    return response.getOutputStream();
                });
    }
}
