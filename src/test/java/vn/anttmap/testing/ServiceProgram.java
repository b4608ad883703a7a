package vn.anttmap.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the JVM of a {@link ServiceProcess} runs: the compiled classes and the run-time class path, or the packaged jar that
 * the system property {@code antt.service.jar} names.
 *
 * <p>The first service that is ready leaves an archive of its loaded classes (class data sharing of the JVM); those that
 * start later map it and need a quarter less of the processor. Only classes from jars can be archived, so the compiled ones
 * are packed. An archive that does not fit is passed over by the JVM.
 */
final class ServiceProgram {

    private static final Path CLASSES = Path.of("target/classes");
    private static final Path CLASS_PATH = Path.of("target/service.classpath");

    private static @Nullable Path folder;

    private ServiceProgram() {}

    /**
     * Arguments of {@code java}, up to the main class.
     *
     * @param shared whether to use the archive, or to be ready to leave one
     */
    static synchronized List<String> arguments(boolean shared) {
        String packaged = System.getProperty("antt.service.jar");
        if (packaged != null && !packaged.isBlank()) {
            return List.of("-jar", packaged);
        }
        try {
            Path archive = archive();
            String sharing = Files.exists(archive) ? "-XX:SharedArchiveFile=" + archive : "-XX:+RecordDynamicDumpInfo";
            String classPath = jar() + ":" + Files.readString(CLASS_PATH).strip();
            // Which classes an archive leaves out, some thousands, is nothing for the log.
            return List.of(
                    shared ? sharing : "-Xshare:auto",
                    "-Xlog:cds*=off",
                    "-cp",
                    classPath,
                    "vn.anttmap.AnttMapApplication");
        } catch (IOException e) {
            throw new UncheckedIOException(CLASS_PATH + " is missing; mvn process-test-classes writes it.", e);
        }
    }

    /** Leaves the archive of a service that is ready, where there is none yet. */
    static synchronized void archive(long pid) {
        if (folder == null || Files.exists(archive())) {
            return;
        }
        Path draft = folder().resolve("classes.draft." + pid);
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            Process dump = new ProcessBuilder(jcmd, String.valueOf(pid), "VM.cds", "dynamic_dump", draft.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (dump.waitFor() == 0 && Files.exists(draft)) {
                // Another JVM of the tests may have been quicker.
                Files.move(draft, archive(), StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path archive() {
        return folder().resolve("classes.jsa");
    }

    private static Path jar() {
        return folder().resolve("classes.jar");
    }

    /** The folder with the jar, which is packed anew, and the archive dropped, once something was compiled. */
    private static Path folder() {
        if (folder == null) {
            folder = TestFolders.kept("service-classes").toAbsolutePath();
            try {
                if (!Files.exists(jar()) || Files.getLastModifiedTime(jar()).compareTo(newest()) < 0) {
                    Files.deleteIfExists(archive());
                    pack();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return folder;
    }

    private static void pack() {
        int exit = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.out, System.err, "cf0", jar().toString(), "-C", CLASSES.toString(), ".");
        if (exit != 0) {
            throw new IllegalStateException("jar ended with " + exit);
        }
    }

    /** When the classes or the class path changed last; a folder changes with what is added to it or removed. */
    private static FileTime newest() throws IOException {
        try (Stream<Path> files = Stream.concat(Files.walk(CLASSES), Stream.of(CLASS_PATH))) {
            return files.map(ServiceProgram::changed)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    private static FileTime changed(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
