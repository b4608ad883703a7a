package vn.anttmap.exchange;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/** What a collection can be had as. */
enum FileFormat {
    SHAPEFILE("shp.zip", "application/zip", true),
    GEOPACKAGE("gpkg", "application/geopackage+sqlite3", true),
    /** RFC 7946 knows no other system than WGS 84. */
    GEOJSON("geojson", "application/geo+json", false),
    /** OGC 07-147r2: the same. */
    KML("kml", "application/vnd.google-earth.kml+xml", false),
    CSV("csv", "text/csv;charset=UTF-8", true);

    private final String ending;
    private final MediaType mediaType;
    private final boolean anySystem;

    FileFormat(String ending, String mediaType, boolean anySystem) {
        this.ending = ending;
        this.mediaType = MediaType.parseMediaType(mediaType);
        this.anySystem = anySystem;
    }

    /** Without the point before it. */
    String ending() {
        return ending;
    }

    MediaType mediaType() {
        return mediaType;
    }

    /** False where the format has WGS 84 only. */
    boolean anySystem() {
        return anySystem;
    }

    /** Whether rows leave as they are read, and not when all of them were. */
    boolean streams() {
        return this == GEOJSON || this == KML || this == CSV;
    }

    /** @throws UserProblem naming the known endings */
    static FileFormat ofEnding(String ending, String file) {
        return Arrays.stream(values())
                .filter(format -> format.ending.equals(ending))
                .findFirst()
                .orElseThrow(() -> UserProblem.of(
                                Kind.NOT_FOUND,
                                "format-unknown",
                                Arrays.stream(values()).map(FileFormat::ending).collect(Collectors.joining(", ")))
                        .at("file", file));
    }
}
