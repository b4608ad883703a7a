package vn.anttmap.exchange;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import vn.anttmap.geo.CoordinateSystems;
import vn.anttmap.geo.CoordinateTransform;

/** One layer of a {@link GeoPackageFile}: its table, spatial index, titles of columns and styles. */
final class GeoPackageLayer implements FeatureWriter {

    /** The form the standard prescribes: UTC, milliseconds, Z. */
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Connection connection;
    private final ExportLayer layer;
    private final String now;
    private final CoordinateTransform transform;
    private final GeoPackageGeometry encoder;
    private final PreparedStatement insertRow;
    private final PackedIndex index;
    private final Envelope extent = new Envelope();
    private boolean mixed;
    private long rows;

    GeoPackageLayer(Connection connection, ExportLayer layer, String now) throws SQLException {
        this.connection = connection;
        this.layer = layer;
        this.now = now;
        this.transform = CoordinateTransform.between(CoordinateSystems.WGS84, layer.system());
        this.encoder = new GeoPackageGeometry(layer.system().srid());
        execute(GeoPackageSchema.createTable(layer.name(), layer.fields()));
        execute(GeoPackageSchema.createIndex(layer.name()));
        String places = String.join(", ", Collections.nCopies(layer.fields().size() + 2, "?"));
        this.insertRow = connection.prepareStatement("insert into \"" + layer.name() + "\" values (" + places + ")");
        this.index = new PackedIndex(connection, GeoPackageSchema.index(layer.name()));
    }

    static String utc(Instant instant) {
        return UTC.format(instant);
    }

    @Override
    public void write(@Nullable Geometry wgs84, @Nullable Object... values) throws IOException {
        try {
            rows++;
            insertRow.setLong(1, rows);
            if (wgs84 == null || wgs84.isEmpty()) {
                insertRow.setNull(2, java.sql.Types.BLOB);
            } else {
                geometry(wgs84);
            }
            List<ExportField> fields = layer.fields();
            for (int i = 0; i < fields.size(); i++) {
                bind(i + 3, FieldValues.of(fields.get(i), values[i]));
            }
            insertRow.executeUpdate();
        } catch (SQLException e) {
            throw new IOException("row " + rows + " of " + layer.name() + " cannot be written", e);
        }
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public void finish() throws IOException {
        try {
            index.finish();
            for (String trigger : GeoPackageSchema.indexTriggers(layer.name())) {
                execute(trigger);
            }
            contents();
            geometryColumn();
            titles();
            styles();
        } catch (SQLException e) {
            throw new IOException("the layer " + layer.name() + " cannot be ended", e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            insertRow.close();
            index.close();
        } catch (SQLException e) {
            throw new IOException("the layer " + layer.name() + " cannot be closed", e);
        }
    }

    private void geometry(Geometry wgs84) throws SQLException {
        mixed |= GeometryKind.of(wgs84) != layer.kind();
        Geometry shown = transform.transformOrSame(wgs84);
        Envelope box = shown.getEnvelopeInternal();
        extent.expandToInclude(box);
        insertRow.setBytes(2, encoder.encode(shown, box));
        index.add(rows, box);
    }

    private void bind(int position, @Nullable Object value) throws SQLException {
        if (value instanceof BigDecimal number) {
            insertRow.setDouble(position, number.doubleValue());
        } else if (value instanceof Instant instant) {
            insertRow.setString(position, utc(instant));
        } else if (value instanceof Boolean yes) {
            insertRow.setInt(position, yes ? 1 : 0);
        } else if (value instanceof Long number) {
            insertRow.setLong(position, number);
        } else if (value == null) {
            insertRow.setNull(position, java.sql.Types.NULL);
        } else {
            insertRow.setString(position, value.toString());
        }
    }

    private void contents() throws SQLException {
        insert(
                "insert into gpkg_contents values (?, 'features', ?, ?, ?, ?, ?, ?, ?, ?)",
                layer.name(),
                layer.title(),
                String.join("\n", layer.notes()),
                now,
                extent.isNull() ? null : extent.getMinX(),
                extent.isNull() ? null : extent.getMinY(),
                extent.isNull() ? null : extent.getMaxX(),
                extent.isNull() ? null : extent.getMaxY(),
                layer.system().srid());
        insert(
                "insert into gpkg_extensions values (?, 'geom', 'gpkg_rtree_index',"
                        + " 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only')",
                layer.name());
    }

    private void geometryColumn() throws SQLException {
        String type =
                switch (layer.kind()) {
                    case POINT -> "POINT";
                    case POLYLINE -> "MULTILINESTRING";
                    case POLYGON -> "MULTIPOLYGON";
                };
        insert(
                "insert into gpkg_geometry_columns values (?, 'geom', ?, ?, 0, 0)",
                layer.name(),
                mixed ? "GEOMETRY" : type,
                layer.system().srid());
    }

    private void titles() throws SQLException {
        Set<String> used = new HashSet<>();
        for (ExportField field : layer.fields()) {
            String title = field.titleWithUnit();
            // A name may be there once in a table.
            String name = used.add(title) ? title : title + " [" + field.name() + "]";
            insert(
                    "insert into gpkg_data_columns (table_name, column_name, name, title, description)"
                            + " values (?, ?, ?, ?, ?)",
                    layer.name(),
                    field.name(),
                    name,
                    title,
                    field.description());
        }
    }

    private void styles() throws SQLException {
        boolean usual = true;
        for (Theme theme : layer.themes()) {
            insert(
                    "insert into layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName,"
                            + " styleQML, useAsDefault, description, update_time) values ('', '', ?, 'geom', ?, ?, ?, ?, ?)",
                    layer.name(),
                    theme.name(),
                    QmlStyle.of(layer, theme),
                    usual ? 1 : 0,
                    "ANTT Map",
                    now);
            usual = false;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void insert(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
