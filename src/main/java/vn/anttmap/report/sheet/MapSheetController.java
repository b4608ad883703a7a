package vn.anttmap.report.sheet;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.CurrentAccount;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.report.ReportAttachment;
import vn.anttmap.report.ReportExported;
import vn.anttmap.report.ReportPeriod;
import vn.anttmap.territory.UnitLevel;

/** Map sheets of a unit, for printing. */
@RestController
@RequestMapping("/api/reports")
class MapSheetController {

    private final MapSheets sheets;
    private final MapSheetWriter writer;
    private final CurrentAccount currentAccount;
    private final ApplicationEventPublisher events;

    MapSheetController(
            MapSheets sheets, MapSheetWriter writer, CurrentAccount currentAccount, ApplicationEventPublisher events) {
        this.sheets = sheets;
        this.writer = writer;
        this.currentAccount = currentAccount;
        this.events = events;
    }

    /**
     * A map of a unit's areas on one sheet, at a round scale in the province's VN-2000 system.
     *
     * @param theme {@code density}, {@code per1000}, {@code count} or {@code status}
     * @param level {@code residential-areas} or {@code communes}
     * @param year assessment year of a sheet of statuses; the year of {@code to} unless given
     * @param boundaryDay the day whose areas are drawn; {@code to} unless given, for statuses the last day of the window
     * @param asOf a sheet of statuses as they were recorded by the end of this day in Vietnam
     * @param size {@code a4} or {@code a3}
     */
    @GetMapping("/{areaId}/map.pdf")
    void sheet(
            @PathVariable long areaId,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(defaultValue = "density") String theme,
            @RequestParam(defaultValue = "residential-areas") String level,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable LocalDate boundaryDay,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(defaultValue = "a4") String size,
            HttpServletResponse response)
            throws IOException {
        AccountView account = currentAccount.get();
        PaperSize paper = PaperSize.ofKey(size);
        ReportPeriod period = new ReportPeriod(from, to);
        MapSheets.Made made = sheets.make(
                account,
                new SheetQuestion(areaId, SheetTheme.ofKey(theme), levelOf(level), period, year, boundaryDay, asOf));
        // A sheet of the largest province is some megabytes: small enough to be complete before its first byte goes
        // out.
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        writer.write(made.sheet(), paper, file);
        events.publishEvent(new ReportExported(account, areaId, "map.pdf", from, to, made.boundaryDay()));
        ReportAttachment.announce(response, fileName(made.sheet()), MediaType.APPLICATION_PDF_VALUE, file.size());
        file.writeTo(response.getOutputStream());
    }

    private static UnitLevel levelOf(String key) {
        return switch (key) {
            case "residential-areas" -> UnitLevel.RESIDENTIAL_AREA;
            case "communes" -> UnitLevel.COMMUNE;
            default ->
                throw UserProblem.of(Kind.INVALID, "level-unknown", "residential-areas, communes")
                        .at("level", key);
        };
    }

    private static String fileName(MapSheet sheet) {
        return ReportAttachment.fileName(sheet.title() + ", " + sheet.subject(), "pdf");
    }
}
