package vn.anttmap.gisdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Run with {@code -Dgisdata.write=true} to write the files instead of comparing them. */
class GisDataTests {

    /** Written by hand from the two reports of 2019, and the country's list as its source has it; nothing is generated. */
    private static final Set<String> NOT_GENERATED =
            Set.of("movement.json", "communes.csv", "communes-04.geojson", "communes-38.geojson");

    private static final Pattern COORDINATE = Pattern.compile("-?\\d+\\.\\d{1,7}(?=[,\\]])");
    private static final List<String> DATASETS = List.of("viet-nam", "tra-linh", "quan-lao");

    @Test
    void theCommittedFilesAreWhatTheGeneratorMakes(@TempDir Path temporary) throws IOException {
        boolean write = Boolean.getBoolean("gisdata.write");
        Path target = write ? DataFile.GIS_DATA : temporary;
        GisDataGenerator.generate(DataFile.GIS_DATA.resolve("sources"), target);
        for (String dataset : DATASETS) {
            List<Path> committed = dataFiles(DataFile.GIS_DATA.resolve(dataset)).stream()
                    .filter(file -> !NOT_GENERATED.contains(file.getFileName().toString()))
                    .toList();
            assertThat(dataFiles(target.resolve(dataset)))
                    .extracting(Path::getFileName)
                    .containsExactlyElementsOf(
                            committed.stream().map(Path::getFileName).toList());
            for (Path file : committed) {
                assertSame(target.resolve(dataset).resolve(file.getFileName()), file);
            }
        }
    }

    @Test
    void theDatasetsTogetherStayBelowFiveMegabytes() throws IOException {
        long bytes = 0;
        for (String dataset : DATASETS) {
            for (Path file : dataFiles(DataFile.GIS_DATA.resolve(dataset))) {
                bytes += Files.size(file);
            }
        }
        assertThat(bytes).isLessThan(5_000_000);
    }

    /**
     * The same texts, and coordinates that differ by one in their last digit (1 cm) at most: JTS makes its buffers with
     * {@link Math#sin(double)}, whose last bit depends on whether the method is compiled by then, and on rare occasions
     * that turns a rounding.
     */
    private static void assertSame(Path made, Path committed) throws IOException {
        String[] madeLines = Files.readString(made).split("\n");
        String[] committedLines = Files.readString(committed).split("\n");
        assertThat(madeLines).as(made.toString()).hasSameSizeAs(committedLines);
        for (int i = 0; i < madeLines.length; i++) {
            if (!madeLines[i].equals(committedLines[i])) {
                assertThat(COORDINATE.matcher(madeLines[i]).replaceAll("#"))
                        .isEqualTo(COORDINATE.matcher(committedLines[i]).replaceAll("#"));
                assertThat(coordinates(madeLines[i]))
                        .usingElementComparator((left, right) -> Math.abs(left - right) < 1.5e-7 ? 0 : 1)
                        .isEqualTo(coordinates(committedLines[i]));
            }
        }
    }

    private static List<Double> coordinates(String line) {
        return COORDINATE
                .matcher(line)
                .results()
                .map(found -> Double.valueOf(found.group()))
                .toList();
    }

    private static List<Path> dataFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(
                    files.filter(file -> !file.getFileName().toString().endsWith(".md"))
                            .sorted()
                            .toList());
        }
    }
}
