package vn.anttmap.report;

import java.time.LocalDate;
import vn.anttmap.access.AccountView;

/**
 * Somebody wrote the text of a report.
 *
 * @param version of the text, the first being 1
 */
public record ReportTextWritten(AccountView account, long areaId, LocalDate from, LocalDate to, long version) {}
