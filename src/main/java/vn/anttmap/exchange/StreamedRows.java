package vn.anttmap.exchange;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Reads rows with a geometry one by one, so that an export needs the memory of one row. */
interface StreamedRows {

    /** Takes one row. The geometry is EPSG:4326, longitude first, or null. */
    @FunctionalInterface
    interface Visitor {
        void visit(ResultSet row, @Nullable Geometry geometry) throws SQLException, IOException;
    }

    /** How a statement selects a geometry column, so that it travels in the shortest form. @param name of the column */
    String column(String name);

    /**
     * Runs a query.
     *
     * @param sql with {@code ?} for each parameter; its geometry is {@link #column} as {@code geometry}
     */
    void forEach(String sql, Visitor visitor, Object... parameters) throws IOException;
}
