package vn.anttmap.backup;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** An archive on disk, to be read. */
final class Archive implements Closeable {

    static final String MANIFEST = "manifest.json";

    /** Names go into statements. */
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private static final Pattern COUNTER = Pattern.compile(NAME.pattern() + "(\\." + NAME.pattern() + ")?");

    private final ZipFile zip;
    private final Manifest manifest;

    private Archive(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /** @throws DamagedArchiveException if the file is none, or not a whole one */
    static Archive open(Path file) throws DamagedArchiveException {
        if (!Files.isRegularFile(file)) {
            throw new DamagedArchiveException("there is no file " + file);
        }
        ZipFile zip = null;
        try {
            zip = new ZipFile(file.toFile());
            return new Archive(zip, manifest(zip));
        } catch (IOException | JacksonException | IllegalArgumentException | DamagedArchiveException e) {
            close(zip);
            throw e instanceof DamagedArchiveException known
                    ? known
                    : new DamagedArchiveException("it cannot be read as an archive: " + e.getMessage(), e);
        }
    }

    Manifest manifest() {
        return manifest;
    }

    /** Reads all of it and compares with what it says of itself. */
    void verify() throws DamagedArchiveException {
        Set<String> expected = new HashSet<>(Set.of(MANIFEST));
        for (Manifest.Content table : manifest.tables()) {
            expected.add(entry(table.name()));
            try {
                read(table, line -> {});
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            } catch (IOException e) {
                throw new DamagedArchiveException("table " + table.name() + ": " + e.getMessage(), e);
            }
        }
        zip.stream().map(ZipEntry::getName).filter(expected::remove).forEach(found -> {});
        if (!expected.isEmpty() || zip.size() != manifest.tables().size() + 1) {
            throw new DamagedArchiveException("it does not hold the entries that its manifest names");
        }
    }

    /**
     * Reads a table line by line and compares with the manifest in the end.
     *
     * @throws DamagedArchiveException if it is not what the manifest says; lines were handed on by then
     */
    void read(Manifest.Content table, Dialect.Lines lines) throws IOException, SQLException, DamagedArchiveException {
        ZipEntry entry = zip.getEntry(entry(table.name()));
        if (entry == null) {
            throw new DamagedArchiveException("table " + table.name() + " is missing");
        }
        MessageDigest sha256 = ContentDigest.sha256();
        ContentDigest content = new ContentDigest();
        long bytes = 0;
        try (InputStream in = new BufferedInputStream(zip.getInputStream(entry), 1 << 16)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int next = in.read(); next >= 0; next = in.read()) {
                bytes++;
                if (next != '\n') {
                    line.write(next);
                    continue;
                }
                byte[] row = line.toByteArray();
                line.reset();
                sha256.update(row);
                sha256.update((byte) '\n');
                content.add(row);
                lines.line(row);
            }
        }
        if (bytes != table.bytes()
                || content.rows() != table.rows()
                || !content.text().equals(table.content())
                || !HexFormat.of().formatHex(sha256.digest()).equals(table.sha256())) {
            throw new DamagedArchiveException("table " + table.name() + " is not what the manifest says: "
                    + content.rows() + " rows for " + table.rows() + ", or another checksum");
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    static String entry(String table) {
        return "tables/" + table + ".jsonl";
    }

    private static Manifest manifest(ZipFile zip) throws IOException, DamagedArchiveException {
        ZipEntry entry = zip.getEntry(MANIFEST);
        if (entry == null) {
            throw new DamagedArchiveException("it has no manifest");
        }
        byte[] bytes;
        try (InputStream in = zip.getInputStream(entry)) {
            bytes = in.readAllBytes();
        }
        // Looked at before the rest: another format may have other members.
        int format = JsonMapper.shared().readTree(bytes).path("format").asInt(0);
        if (format != Manifest.FORMAT) {
            throw new DamagedArchiveException(
                    "its format is " + format + ", and this program reads format " + Manifest.FORMAT);
        }
        Manifest manifest = JsonMapper.shared().readValue(bytes, Manifest.class);
        for (Manifest.Content table : manifest.tables()) {
            check(NAME, table.name());
            table.columns().forEach(column -> check(NAME, column.name()));
        }
        manifest.counters().keySet().forEach(counter -> check(COUNTER, counter));
        return manifest;
    }

    private static void check(Pattern pattern, String name) {
        if (!pattern.matcher(name).matches()) {
            throw new IllegalArgumentException("the manifest names what no table is called");
        }
    }

    private static void close(@Nullable ZipFile zip) {
        try {
            if (zip != null) {
                zip.close();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
