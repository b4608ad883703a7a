package vn.anttmap.exchange.territoryimport;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A shapefile out of its archive. */
final class ShapefileLayer {

    private ShapefileLayer() {}

    static RawLayer read(Map<String, byte[]> parts, TerritoryImportSettings limits, ImportBudget budget) {
        byte[] shp = parts.get("shp");
        byte[] dbf = parts.get("dbf");
        if (shp == null || dbf == null) {
            throw BadFile.of("import-shapefile-part", shp == null ? ".shp" : ".dbf");
        }
        List<ShapeReader.Shape> shapes = ShapeReader.read(shp, budget, limits.mostFeatures());
        DbfReader.Table table = DbfReader.read(dbf, limits.mostFeatures(), budget);
        List<RawLayer.Row> rows = new ArrayList<>();
        for (int i = 0; i < Math.max(shapes.size(), table.rows().size()); i++) {
            ShapeReader.Shape shape =
                    i < shapes.size() ? shapes.get(i) : new ShapeReader.Shape(null, false, "shape-missing");
            List<byte[]> cells = i < table.rows().size()
                    ? table.rows().get(i)
                    : table.fields().stream().map(field -> new byte[0]).toList();
            rows.add(new RawLayer.Row(i + 1, shape.geometry(), shape.hasZ(), shape.fault(), cells));
        }
        return new RawLayer("shapefile", table.fields(), rows, text(parts.get("prj")), text(parts.get("cpg")), false);
    }

    private static @Nullable String text(byte @Nullable [] part) {
        if (part == null) {
            return null;
        }
        String text = new String(part, 0, Math.min(part.length, 20_000), StandardCharsets.UTF_8).strip();
        return text.isEmpty() ? null : text;
    }
}
