package vn.anttmap.exchange;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.anttmap.geo.CoordinateSystem;

/**
 * What a layer is to look like, whatever the format. The limits are those of the shapefile, the narrowest of all.
 *
 * @param name base name of the files, ASCII
 * @param title Vietnamese name of the layer, first line of the field dictionary
 * @param fields 1 to 255, names unique
 * @param system the coordinates go out in
 * @param notes further lines of the dictionary, each a Vietnamese sentence: period, boundary day, credits, what is synthetic
 * @param kind what nearly every row is; a row of another kind is kept too
 * @param labelField name of the field that names a row to people; null for none
 * @param themes ways to colour it, the usual one first
 */
record ExportLayer(
        String name,
        String title,
        GeometryKind kind,
        List<ExportField> fields,
        CoordinateSystem system,
        List<String> notes,
        @Nullable String labelField,
        List<Theme> themes) {

    private static final int MAX_FIELDS = 255;

    /** The header holds the length of a row in two bytes. */
    private static final int MAX_ROW_BYTES = 65_535;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** A layer without a label and without colours. */
    ExportLayer(
            String name,
            String title,
            GeometryKind kind,
            List<ExportField> fields,
            CoordinateSystem system,
            List<String> notes) {
        this(name, title, kind, fields, system, notes, null, List.of());
    }

    ExportLayer {
        themes = List.copyOf(themes);
        fields = List.copyOf(fields);
        notes = List.copyOf(notes);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("layer name \"" + name + "\" must be 1 to 64 of A-Z, a-z, 0-9, _ and -");
        }
        if (fields.isEmpty() || fields.size() > MAX_FIELDS) {
            throw new IllegalArgumentException("a shapefile has 1 to 255 fields, not " + fields.size());
        }
        Set<String> names = new HashSet<>();
        for (ExportField field : fields) {
            if (!names.add(field.name())) {
                throw new IllegalArgumentException("field name " + field.name() + " is there twice");
            }
        }
        if (rowBytes(fields) > MAX_ROW_BYTES) {
            throw new IllegalArgumentException("the fields of one row need more than 65535 bytes");
        }
    }

    /** Position of a field; -1 if there is none of that name. */
    int indexOf(@Nullable String fieldName) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(fieldName)) {
                return i;
            }
        }
        return -1;
    }

    /** Bytes of one row of the table: the deletion mark and the fields. */
    int rowBytes() {
        return rowBytes(fields);
    }

    private static int rowBytes(List<ExportField> fields) {
        return 1 + fields.stream().mapToInt(ExportField::width).sum();
    }
}
