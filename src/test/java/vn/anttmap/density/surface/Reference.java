package vn.anttmap.density.surface;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Figures that surface.R made with spatstat, and what it made them from. */
final class Reference {

    private Reference() {}

    /** Rows of numbers; NA is NaN. */
    static double[][] rows(String file, boolean header) {
        try (InputStream in = Objects.requireNonNull(Reference.class.getResourceAsStream("/density/" + file), file)) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.stream()
                    .skip(header ? 1 : 0)
                    .map(line -> Arrays.stream(line.split(","))
                            .map(String::strip)
                            .mapToDouble(value -> value.equals("NA") ? Double.NaN : Double.parseDouble(value))
                            .toArray())
                    .toArray(double[][]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
