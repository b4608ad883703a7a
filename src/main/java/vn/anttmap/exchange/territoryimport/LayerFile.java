package vn.anttmap.exchange.territoryimport;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells the format of a file by its content; a name that says something else is refused. */
final class LayerFile {

    private LayerFile() {}

    /**
     * @param wanted name of the layer in a file with several; null for the only or the usual one
     * @param usual names of a layer that is meant where none is named
     */
    static RawLayer read(
            String name,
            byte[] file,
            @Nullable String wanted,
            List<String> usual,
            TerritoryImportSettings limits,
            ImportBudget budget) {
        if (file.length == 0) {
            throw BadFile.of("import-file-empty");
        }
        budget.bytes(file.length);
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        RawLayer layer;
        if (Archive.isZip(file)) {
            requireEnding(ending, "ZIP", Set.of("zip", "kmz"));
            Map<String, byte[]> parts =
                    Archive.read(file, wanted, limits, budget).parts();
            byte[] kml = parts.get("kml");
            layer = kml != null && !parts.containsKey("shp")
                    ? KmlLayer.read(kml, limits, budget)
                    : ShapefileLayer.read(parts, limits, budget);
        } else if (GeoPackageSource.isOne(file)) {
            requireEnding(ending, "GeoPackage", Set.of("gpkg"));
            layer = GeoPackageSource.read(file, wanted, usual, limits, budget);
        } else if (first(file) == '{') {
            requireEnding(ending, "GeoJSON", Set.of("geojson", "json"));
            layer = GeoJsonLayer.read(file, limits, budget);
        } else if (first(file) == '<') {
            requireEnding(ending, "KML", Set.of("kml", "xml"));
            layer = KmlLayer.read(file, limits, budget);
        } else {
            if (!Set.of("csv", "txt", "tsv").contains(ending)) {
                throw BadFile.of("import-format-unknown", ending.length() > 10 ? "?" : ending);
            }
            layer = CsvLayer.read(file, limits, budget);
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
