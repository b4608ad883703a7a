package vn.anttmap.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs GDAL's command-line tools, the independent reader of what this service writes. */
public final class Gdal {

    private Gdal() {}

    /**
     * Runs one tool and returns its standard output.
     *
     * @param command the tool and its arguments, such as {@code ogrinfo -al file.shp}
     * @throws AssertionError if the tool is missing (never a skipped test), fails, or takes over a minute
     */
    public static String run(String... command) {
        return runWithInput("", command);
    }

    /** As {@link #run}, with a text on standard input. */
    public static String runWithInput(String input, String... command) {
        Path output = null;
        Path errors = null;
        try {
            output = Files.createTempFile("gdal", ".out");
            errors = Files.createTempFile("gdal", ".err");
            Process process = start(List.of(command), output, errors);
            try (var stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            }
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("took over a minute: " + String.join(" ", command));
            }
            if (process.exitValue() != 0) {
                throw new AssertionError(String.join(" ", command) + " failed: " + Files.readString(errors));
            }
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while running " + command[0], e);
        } finally {
            delete(output);
            delete(errors);
        }
    }

    private static Process start(List<String> command, Path output, Path errors) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command);
            // A fixed locale and no writing of side files next to what is read.
            builder.environment().put("LC_ALL", "C.UTF-8");
            builder.environment().put("GDAL_PAM_ENABLED", "NO");
            return builder.redirectOutput(output.toFile())
                    .redirectError(errors.toFile())
                    .start();
        } catch (IOException e) {
            throw new AssertionError(
                    command.get(0)
                            + " cannot be started. Install the package gdal-bin (Debian: apt-get install gdal-bin).",
                    e);
        }
    }

    private static void delete(@org.jspecify.annotations.Nullable Path file) {
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
