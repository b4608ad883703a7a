package vn.anttmap.report;

import java.time.LocalDate;
import java.util.List;
import vn.anttmap.territory.UnitRef;

/** A report as the page shows it before it is taken as a file. */
record ReportPreview(
        UnitRef area,
        String title,
        LocalDate from,
        LocalDate to,
        String periodName,
        LocalDate boundaryDay,
        List<Section> sections,
        List<String> notes,
        boolean restrictedLeftOut) {

    /**
     * @param key names the section in the texts
     * @param sentences made from the registers
     * @param text what an officer wrote
     */
    record Section(String key, String heading, List<String> sentences, String text, List<Block.Table> tables) {}

    static ReportPreview of(PeriodReport report) {
        return new ReportPreview(
                report.area(),
                report.title(),
                report.from(),
                report.to(),
                new ReportPeriod(report.from(), report.to()).name(),
                report.boundaryDay(),
                report.parts().stream().map(ReportPreview::section).toList(),
                report.notes(),
                report.restrictedLeftOut());
    }

    private static Section section(PeriodReport.Part part) {
        return new Section(
                part.section().key(),
                part.section().heading(),
                part.computed().stream()
                        .filter(Block.Paragraph.class::isInstance)
                        .map(block -> ((Block.Paragraph) block).text())
                        .toList(),
                part.text(),
                part.computed().stream()
                        .filter(Block.Table.class::isInstance)
                        .map(Block.Table.class::cast)
                        .toList());
    }
}
