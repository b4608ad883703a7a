package vn.anttmap.exchange.safetytable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.exchange.DataExported;
import vn.anttmap.safety.YearTable;
import vn.anttmap.safety.YearTables;

/** Hands a year of the title out as a file. */
@Service
class SafetyTableExport {

    private final YearTables tables;
    private final SafetyTableWriter writer;
    private final ApplicationEventPublisher events;

    SafetyTableExport(YearTables tables, SafetyTableWriter writer, ApplicationEventPublisher events) {
        this.tables = tables;
        this.writer = writer;
        this.events = events;
    }

    record File(String name, byte[] content) {}

    /** @throws vn.anttmap.problem.UserProblem if the account may not export, or as {@link YearTables#of} */
    File make(
            AccountView account,
            int year,
            @Nullable Long within,
            @Nullable LocalDate asOf,
            SafetyTableFormat format,
            Locale locale)
            throws IOException {
        account.require(Right.EXPORT_DATA);
        YearTable table = tables.of(account, year, within, null, asOf, locale);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        writer.write(table, format, locale, content);
        events.publishEvent(new DataExported(
                account,
                "safety-years",
                format.ending(),
                null,
                table.windows().residentialArea().from(),
                table.windows().residentialArea().to(),
                table.boundaryDay(),
                null,
                within,
                null,
                table.rows().size()));
        return new File(name(table, format), content.toByteArray());
    }

    /** "An toàn về ANTT 2018 - Thị trấn Quán Lào.xlsx". */
    private static String name(YearTable table, SafetyTableFormat format) {
        String place = table.within() == null ? "" : " - " + table.within();
        return ("An toàn về ANTT " + table.year() + place).replaceAll("[/\\\\:*?\"<>|\\p{Cntrl}]", "-") + "."
                + format.ending();
    }
}
