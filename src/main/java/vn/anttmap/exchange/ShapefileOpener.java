package vn.anttmap.exchange;

import java.io.IOException;
import java.util.List;

/** Opens the writer of the file that was asked for, once a layer knows its type and fields. */
@FunctionalInterface
interface ShapefileOpener {

    ShapefileZipWriter open(ShapeType type, List<DbfField> fields, boolean restrictedExcluded) throws IOException;
}
