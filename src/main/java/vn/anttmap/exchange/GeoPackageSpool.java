package vn.anttmap.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * Where GeoPackages are made. SQLite opens files by name, so that, unlike {@link TemporaryFile}, one can stay behind
 * when the process is killed; the next process throws it away.
 */
final class GeoPackageSpool {

    private static final String PREFIX = "anttmap-export-";
    private static final String ENDING = ".gpkg";

    /** No export takes so long: another node of the same machine may be writing. */
    private static final Duration LEFT_BEHIND = Duration.ofDays(1);

    private static final AtomicBoolean SWEPT = new AtomicBoolean();

    private GeoPackageSpool() {}

    /** An empty file that only the owner may read. */
    static Path newFile() throws IOException {
        Path file = Files.createTempFile(PREFIX, ENDING);
        if (SWEPT.compareAndSet(false, true)) {
            sweep(file.toAbsolutePath().getParent(), Instant.now().minus(LEFT_BEHIND));
        }
        return file;
    }

    /** Deletes the files of this class that nobody has touched since. */
    static void sweep(Path folder, Instant since) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.getFileName().toString().startsWith(PREFIX))
                    .filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .forEach(file -> deleteIfOlder(file, since));
        }
    }

    private static void deleteIfOlder(Path file, Instant since) {
        try {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(since)) {
                Files.deleteIfExists(file);
            }
        } catch (java.nio.file.NoSuchFileException e) {
            // Gone meanwhile: what was wanted.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
