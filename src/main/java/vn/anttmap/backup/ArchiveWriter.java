package vn.anttmap.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes the state of one moment of a database to a file. */
final class ArchiveWriter {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Dialect dialect;
    private final String application;
    private final Runnable pulse;

    /**
     * @param application version of this program
     * @param pulse called for each row; what it throws ends the writing
     */
    ArchiveWriter(Dialect dialect, String application, Runnable pulse) {
        this.dialect = dialect;
        this.application = application;
        this.pulse = pulse;
    }

    /**
     * Writes into a file that is there, and forces it on to the disk.
     *
     * @param connection of its own; it is left in the transaction of the snapshot
     */
    Manifest write(Connection connection, Path file) throws SQLException, IOException {
        dialect.beginSnapshot(connection);
        Instant moment = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        List<Manifest.Migration> migrations = Schema.applied(connection);
        List<Manifest.Content> tables = new ArrayList<>();
        try (FileChannel channel =
                        FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
                ZipOutputStream zip =
                        new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16))) {
            // The service goes on working beside it: quick rather than small.
            zip.setLevel(Deflater.BEST_SPEED);
            for (Table table : dialect.tables(connection)) {
                tables.add(write(connection, table, zip));
            }
            Manifest manifest = new Manifest(
                    Manifest.FORMAT,
                    moment,
                    application,
                    dialect.vendor(),
                    migrations,
                    tables,
                    dialect.counters(connection));
            zip.putNextEntry(new ZipEntry(Archive.MANIFEST));
            zip.write(JSON.writeValueAsBytes(manifest));
            zip.closeEntry();
            zip.finish();
            zip.flush();
            channel.force(true);
            return manifest;
        }
    }

    private Manifest.Content write(Connection connection, Table table, ZipOutputStream zip)
            throws SQLException, IOException {
        zip.putNextEntry(new ZipEntry(Archive.entry(table.name())));
        MessageDigest sha256 = ContentDigest.sha256();
        ContentDigest content = new ContentDigest();
        long[] bytes = {0};
        OutputStream out = new BufferedOutputStream(zip, 1 << 14);
        dialect.read(connection, table, line -> {
            pulse.run();
            out.write(line);
            out.write('\n');
            sha256.update(line);
            sha256.update((byte) '\n');
            content.add(line);
            bytes[0] += line.length + 1;
        });
        out.flush();
        zip.closeEntry();
        return new Manifest.Content(
                table.name(),
                table.columns(),
                content.rows(),
                bytes[0],
                HexFormat.of().formatHex(sha256.digest()),
                content.text());
    }
}
