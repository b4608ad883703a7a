package vn.anttmap.report;

import java.time.LocalDate;
import vn.anttmap.access.AccountView;

/**
 * A report is about to go out as a file: published when it is complete, before the first byte leaves.
 *
 * @param areaId the unit it is about
 * @param format ending of the file, such as {@code docx}
 */
public record ReportExported(
        AccountView account, long areaId, String format, LocalDate from, LocalDate to, LocalDate boundaryDay) {}
