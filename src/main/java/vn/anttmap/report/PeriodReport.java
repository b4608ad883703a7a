package vn.anttmap.report;

import java.time.LocalDate;
import java.util.List;
import vn.anttmap.territory.UnitRef;

/**
 * A report before it is a document: what each section says, and what an officer wrote below it.
 *
 * @param notes what must be known to read the figures
 */
record PeriodReport(
        UnitRef area,
        String title,
        LocalDate from,
        LocalDate to,
        LocalDate boundaryDay,
        List<Part> parts,
        List<String> notes,
        boolean restrictedLeftOut) {

    PeriodReport {
        parts = List.copyOf(parts);
        notes = List.copyOf(notes);
    }

    /**
     * One section.
     *
     * @param computed sentences and tables made from the registers
     * @param text what an officer wrote; empty where nobody did
     */
    record Part(ReportSection section, List<Block> computed, String text) {

        Part {
            computed = List.copyOf(computed);
        }
    }
}
