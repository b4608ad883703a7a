package vn.anttmap.exchange.territoryimport;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Tells the format of a file by its content; a name that says something else is refused. */
final class LayerFile {

    private LayerFile() {}

    static RawLayer read(String name, byte[] file, TerritoryImportSettings limits) {
        if (file.length == 0) {
            throw BadFile.of("import-file-empty");
        }
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        RawLayer layer;
        if (Archive.isZip(file)) {
            requireEnding(ending, "ZIP", Set.of("zip", "kmz"));
            Map<String, byte[]> parts = Archive.read(file, limits).parts();
            byte[] kml = parts.get("kml");
            layer = kml != null && !parts.containsKey("shp")
                    ? KmlLayer.read(kml, limits)
                    : ShapefileLayer.read(parts, limits);
        } else if (first(file) == '{') {
            requireEnding(ending, "GeoJSON", Set.of("geojson", "json"));
            layer = GeoJsonLayer.read(file, limits);
        } else if (first(file) == '<') {
            requireEnding(ending, "KML", Set.of("kml", "xml"));
            layer = KmlLayer.read(file, limits);
        } else {
            if (!Set.of("csv", "txt", "tsv").contains(ending)) {
                throw BadFile.of("import-format-unknown", ending.length() > 10 ? "?" : ending);
            }
            layer = CsvLayer.read(file, limits);
        }
        if (layer.rows().isEmpty()) {
            throw BadFile.of("import-file-empty");
        }
        return layer;
    }

    private static void requireEnding(String ending, String format, Set<String> endings) {
        if (!endings.contains(ending)) {
            throw BadFile.of(
                    "import-ending",
                    format,
                    "." + String.join(", .", endings.stream().sorted().toList()));
        }
    }

    private static char first(byte[] file) {
        int at = file.length >= 3 && (file[0] & 0xFF) == 0xEF ? 3 : 0;
        while (at < file.length && Character.isWhitespace(file[at])) {
            at++;
        }
        return at < file.length ? (char) file[at] : 0;
    }
}
