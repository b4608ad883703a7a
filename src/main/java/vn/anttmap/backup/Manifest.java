package vn.anttmap.backup;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an archive says of itself. Its format is docs/decisions/0029-backup-and-upgrade.md.
 *
 * @param format 1
 * @param takenAt the moment whose state it holds
 * @param application version of the program that made it
 * @param database {@code h2} or {@code postgresql}
 * @param migrations those that the database had
 * @param counters next value of each sequence ({@code name}) and identity column ({@code table.column})
 */
record Manifest(
        int format,
        Instant takenAt,
        String application,
        String database,
        List<Migration> migrations,
        List<Content> tables,
        Map<String, Long> counters) {

    static final int FORMAT = 1;

    /** A migration as Flyway knows it. */
    record Migration(
            String version, String script, @Nullable Integer checksum) {}

    /**
     * One table.
     *
     * @param bytes size of its entry, unpacked
     * @param sha256 of its entry, unpacked
     * @param content {@link ContentDigest} of its rows
     */
    record Content(String name, List<Table.Column> columns, long rows, long bytes, String sha256, String content) {

        Table table() {
            return new Table(name, columns);
        }
    }

    long rows() {
        return tables.stream().mapToLong(Content::rows).sum();
    }
}
