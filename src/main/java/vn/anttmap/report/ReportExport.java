package vn.anttmap.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import vn.anttmap.access.AccountView;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.Unit;

/** Hands a report out as a file. */
@Service
class ReportExport {

    private final PeriodReports reports;
    private final ReportLetter letter;
    private final Territory territory;
    private final ApplicationEventPublisher events;
    private final Map<ReportFormat, ReportWriter> writers = new EnumMap<>(ReportFormat.class);

    ReportExport(
            PeriodReports reports,
            ReportLetter letter,
            Territory territory,
            ApplicationEventPublisher events,
            List<ReportWriter> writers) {
        this.reports = reports;
        this.letter = letter;
        this.territory = territory;
        this.events = events;
        writers.forEach(writer -> this.writers.put(writer.format(), writer));
    }

    /** Where the file goes; opened only once the file is complete and recorded. */
    interface Destination {

        OutputStream open(String fileName, ReportFormat format, long sizeBytes) throws IOException;
    }

    /** @throws vn.anttmap.problem.UserProblem as {@link PeriodReports#report} */
    void write(
            AccountView account,
            long areaId,
            ReportPeriod period,
            @Nullable LocalDate boundaryDay,
            ReportFormat format,
            ReportProgress progress,
            Destination destination)
            throws IOException {
        PeriodReport report = reports.report(account, areaId, period, boundaryDay, progress);
        progress.now("file", ReportProgress.STEPS, ReportProgress.STEPS);
        Unit unit = territory.get(account, areaId);
        try (ReportFile file = new ReportFile()) {
            OutputStream buffered = new BufferedOutputStream(file.output());
            java.util.Objects.requireNonNull(writers.get(format)).write(letter.of(report, unit), buffered);
            buffered.flush();
            events.publishEvent(new ReportExported(
                    account, areaId, format.ending(), period.from(), period.to(), report.boundaryDay()));
            file.copyTo(destination.open(fileName(unit, period, format), format, file.size()));
        }
    }

    /** "Báo cáo ANTT thị trấn Quán Lào, 01-01-2018 – 15-8-2019.docx". */
    private static String fileName(Unit unit, ReportPeriod period, ReportFormat format) {
        String name = "Báo cáo ANTT " + VietnameseFormat.inSentence(unit.fullName()) + ", "
                + VietnameseFormat.day(period.from()) + " – " + VietnameseFormat.day(period.to());
        return ReportAttachment.fileName(name, format.ending());
    }
}
