package vn.anttmap.density.statistics;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Figures of R's spdep for one set of areas; see {@code reference.R} beside the tables. */
record Reference(String name, List<CSVRecord> rows) {

    private static final Path FOLDER = Path.of("src/test/resources/density/hotspots");

    static Reference read(String name) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader reader = Files.newBufferedReader(FOLDER.resolve(name + ".csv"), StandardCharsets.UTF_8)) {
            return new Reference(name, format.parse(reader).getRecords());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** NaN where spdep has no figure. */
    double[] numbers(String column) {
        return rows.stream()
                .map(row -> row.get(column))
                .mapToDouble(text -> text.equals("NA") ? Double.NaN : Double.parseDouble(text))
                .toArray();
    }

    double[] values() {
        return numbers("value");
    }

    List<String> texts(String column) {
        return rows.stream().map(row -> row.get(column)).toList();
    }

    int[][] neighbours() {
        return texts("neighbours").stream()
                .map(text -> Arrays.stream(text.split(" "))
                        .filter(number -> !number.isEmpty())
                        .mapToInt(Integer::parseInt)
                        .toArray())
                .toArray(int[][]::new);
    }

    SpatialWeights weights() {
        return SpatialWeights.of(neighbours());
    }

    List<Geometry> outlines() {
        WKTReader reader = new WKTReader();
        return texts("outline").stream()
                .map(wkt -> {
                    try {
                        return reader.read(wkt);
                    } catch (ParseException e) {
                        throw new IllegalStateException(wkt, e);
                    }
                })
                .toList();
    }

    PointNeighbours points() {
        return new PointNeighbours(numbers("x"), numbers("y"));
    }
}
