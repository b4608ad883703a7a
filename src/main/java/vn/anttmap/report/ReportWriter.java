package vn.anttmap.report;

import java.io.IOException;
import java.io.OutputStream;

/** Gives a document its layout in one format. */
interface ReportWriter {

    ReportFormat format();

    /** @param target stays open */
    void write(ReportDocument document, OutputStream target) throws IOException;
}
