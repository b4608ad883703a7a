package vn.anttmap.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** Folders below {@code target/}, so that {@code mvn clean} removes what a killed test run leaves. */
public final class TestFolders {

    private static final Path TARGET = Path.of("target").toAbsolutePath();

    private TestFolders() {}

    /** A new, empty folder with a name that begins so; it goes when this JVM ends. */
    public static Path create(String prefix) {
        try {
            Path parent = Files.createDirectories(TARGET.resolve("test-folders"));
            Path folder = Files.createTempDirectory(parent, prefix);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder {@code target/<name>}, kept after the run for people to look at. */
    static Path kept(String name) {
        try {
            return Files.createDirectories(TARGET.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException stillInUse) {
            // mvn clean gets it.
        }
    }
}
