package vn.anttmap.exchange;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import vn.anttmap.geo.CoordinateSystem;

/**
 * What a shapefile is to look like.
 *
 * @param name base name of the files, ASCII
 * @param title Vietnamese name of the layer, first line of the field dictionary
 * @param fields 1 to 255, names unique
 * @param system the coordinates go out in
 * @param notes further lines of the dictionary, each a Vietnamese sentence: period, boundary day, credits, what is synthetic
 */
record ShapefileLayer(
        String name,
        String title,
        ShapeType shapeType,
        List<DbfField> fields,
        CoordinateSystem system,
        List<String> notes) {

    private static final int MAX_FIELDS = 255;

    /** The header holds the length of a row in two bytes. */
    private static final int MAX_ROW_BYTES = 65_535;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    ShapefileLayer {
        fields = List.copyOf(fields);
        notes = List.copyOf(notes);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("layer name \"" + name + "\" must be 1 to 64 of A-Z, a-z, 0-9, _ and -");
        }
        if (fields.isEmpty() || fields.size() > MAX_FIELDS) {
            throw new IllegalArgumentException("a shapefile has 1 to 255 fields, not " + fields.size());
        }
        Set<String> names = new HashSet<>();
        for (DbfField field : fields) {
            if (!names.add(field.name())) {
                throw new IllegalArgumentException("field name " + field.name() + " is there twice");
            }
        }
        if (rowBytes(fields) > MAX_ROW_BYTES) {
            throw new IllegalArgumentException("the fields of one row need more than 65535 bytes");
        }
    }

    /** Bytes of one row of the table: the deletion mark and the fields. */
    int rowBytes() {
        return rowBytes(fields);
    }

    private static int rowBytes(List<DbfField> fields) {
        return 1 + fields.stream().mapToInt(DbfField::width).sum();
    }
}
