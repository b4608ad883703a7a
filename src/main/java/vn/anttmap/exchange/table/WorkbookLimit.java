package vn.anttmap.exchange.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/** Refuses a workbook that unpacks to far more than a table of incidents can hold, before anything is kept of it. */
final class WorkbookLimit {

    private static final long MOST_UNPACKED_BYTES = 60L << 20;
    private static final int MOST_ENTRIES = 500;

    private WorkbookLimit() {}

    /** @throws UserProblem of kind UNPROCESSABLE if the file is no ZIP archive or too large when unpacked */
    static void check(byte[] file) {
        byte[] buffer = new byte[1 << 14];
        long unpacked = 0;
        int entries = 0;
        // By the directory at the end, as spreadsheet programs read it: some write entries that a stream cannot follow.
        try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                entries++;
                if (entries > MOST_ENTRIES) {
                    throw UserProblem.of(Kind.UNPROCESSABLE, "table-unreadable");
                }
                try (InputStream content = zip.getInputStream(entry)) {
                    int count;
                    while ((count = content.read(buffer)) > 0) {
                        unpacked += count;
                        if (unpacked > MOST_UNPACKED_BYTES) {
                            throw UserProblem.of(Kind.UNPROCESSABLE, "table-too-large", MOST_UNPACKED_BYTES >> 20);
                        }
                    }
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw UserProblem.of(Kind.UNPROCESSABLE, "table-unreadable");
        }
    }
}
