package vn.anttmap.gisdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Run with {@code -Dgisdata.write=true} to write the files instead of comparing them. */
class GisDataTests {

    private static final List<String> DATASETS = List.of("viet-nam", "tra-linh", "quan-lao");

    @Test
    void theCommittedFilesAreWhatTheGeneratorMakes(@TempDir Path temporary) throws IOException {
        boolean write = Boolean.getBoolean("gisdata.write");
        Path target = write ? DataFile.GIS_DATA : temporary;
        GisDataGenerator.generate(DataFile.GIS_DATA.resolve("sources"), target);
        for (String dataset : DATASETS) {
            List<Path> committed = dataFiles(DataFile.GIS_DATA.resolve(dataset));
            assertThat(dataFiles(target.resolve(dataset)))
                    .extracting(Path::getFileName)
                    .containsExactlyElementsOf(
                            committed.stream().map(Path::getFileName).toList());
            for (Path file : committed) {
                assertThat(target.resolve(dataset).resolve(file.getFileName())).hasSameBinaryContentAs(file);
            }
        }
    }

    @Test
    void theDatasetsTogetherStayBelowThreeMegabytes() throws IOException {
        long bytes = 0;
        for (String dataset : DATASETS) {
            for (Path file : dataFiles(DataFile.GIS_DATA.resolve(dataset))) {
                bytes += Files.size(file);
            }
        }
        assertThat(bytes).isLessThan(3_000_000);
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
