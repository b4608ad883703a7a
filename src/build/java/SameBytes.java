import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Writes a packed jar anew with one time for all entries, and its SHA-256 beside it as {@code sha256sum -c} reads it. The
 * entries keep their order and what is stored stays stored, both of which the launcher of Spring Boot needs; its own
 * setting for this sorts the libraries, after which the service does not start (docs/decisions/0002-parts.md).
 */
final class SameBytes {

    private SameBytes() {}

    /** @param arguments the jar, the time as ISO 8601 */
    public static void main(String[] arguments) throws Exception {
        Path jar = Path.of(arguments[0]);
        LocalDateTime time = LocalDateTime.ofInstant(Instant.parse(arguments[1]), ZoneOffset.UTC);
        Path draft = jar.resolveSibling(jar.getFileName() + ".draft");
        try (ZipFile from = new ZipFile(jar.toFile());
                ZipOutputStream to = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(draft)))) {
            for (ZipEntry entry : inFileOrder(from)) {
                copy(from, entry, time, to);
            }
        }
        Files.move(draft, jar, StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(jar.resolveSibling(jar.getFileName() + ".sha256"), sha256(jar) + "  " + jar.getFileName() + "\n");
    }

    private static List<ZipEntry> inFileOrder(ZipFile file) {
        return Collections.list(file.entries()).stream()
                .map(ZipEntry.class::cast)
                .toList();
    }

    private static void copy(ZipFile from, ZipEntry entry, LocalDateTime time, ZipOutputStream to) throws IOException {
        ZipEntry same = new ZipEntry(entry.getName());
        same.setTimeLocal(time);
        same.setMethod(entry.getMethod());
        same.setComment(entry.getComment());
        if (entry.getMethod() == ZipEntry.STORED) {
            same.setSize(entry.getSize());
            same.setCrc(entry.getCrc());
        }
        to.putNextEntry(same);
        from.getInputStream(entry).transferTo(to);
        to.closeEntry();
    }

    private static String sha256(Path file) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (OutputStream nothing = OutputStream.nullOutputStream();
                java.security.DigestInputStream in = new java.security.DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(nothing);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
