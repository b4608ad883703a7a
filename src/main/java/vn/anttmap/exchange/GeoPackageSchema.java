package vn.anttmap.exchange;

import java.util.List;

/** The tables of GeoPackage 1.3 that an export uses, with the extensions for a spatial index and for titles of columns. */
final class GeoPackageSchema {

    static final List<String> TABLES = List.of(
            """
            create table gpkg_spatial_ref_sys (
              srs_name text not null, srs_id integer primary key, organization text not null,
              organization_coordsys_id integer not null, definition text not null, description text)""",
            """
            create table gpkg_contents (
              table_name text not null primary key, data_type text not null, identifier text unique,
              description text default '',
              last_change datetime not null default (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
              min_x double, min_y double, max_x double, max_y double, srs_id integer,
              constraint fk_gc_r_srs_id foreign key (srs_id) references gpkg_spatial_ref_sys(srs_id))""",
            """
            create table gpkg_geometry_columns (
              table_name text not null, column_name text not null, geometry_type_name text not null,
              srs_id integer not null, z tinyint not null, m tinyint not null,
              constraint pk_geom_cols primary key (table_name, column_name),
              constraint uk_gc_table_name unique (table_name),
              constraint fk_gc_tn foreign key (table_name) references gpkg_contents(table_name),
              constraint fk_gc_srs foreign key (srs_id) references gpkg_spatial_ref_sys (srs_id))""",
            """
            create table gpkg_extensions (
              table_name text, column_name text, extension_name text not null, definition text not null,
              scope text not null, constraint ge_tce unique (table_name, column_name, extension_name))""",
            """
            create table gpkg_data_columns (
              table_name text not null, column_name text not null, name text, title text, description text,
              mime_type text, constraint_name text,
              constraint pk_gdc primary key (table_name, column_name), constraint gdc_tn unique (table_name, name))""",
            """
            create table gpkg_data_column_constraints (
              constraint_name text not null, constraint_type text not null, value text, min numeric,
              min_is_inclusive boolean, max numeric, max_is_inclusive boolean, description text,
              constraint gdcc_ntv unique (constraint_name, constraint_type, value))""",
            """
            insert into gpkg_extensions values
              ('gpkg_data_columns', null, 'gpkg_schema',
               'http://www.geopackage.org/spec121/#extension_schema', 'read-write'),
              ('gpkg_data_column_constraints', null, 'gpkg_schema',
               'http://www.geopackage.org/spec121/#extension_schema', 'read-write')""",
            // As QGIS makes it.
            """
            create table layer_styles (
              id integer primary key autoincrement not null, f_table_catalog text(256), f_table_schema text(256),
              f_table_name text(256), f_geometry_column text(256), styleName text(30), styleQML text, styleSLD text,
              useAsDefault boolean, description text, owner text(30), ui text(30),
              update_time datetime default (strftime('%Y-%m-%dT%H:%M:%fZ','now')))""");

    /**
     * Keeps the spatial index true when another program changes the layer; from the standard's annex F.3. {@code %1$s} is
     * the table.
     */
    private static final List<String> INDEX_TRIGGERS = List.of("""
            create trigger "rtree_%1$s_geom_insert" after insert on "%1$s"
            when (new."geom" not null and not ST_IsEmpty(new."geom"))
            begin insert or replace into "rtree_%1$s_geom" values (new."fid", ST_MinX(new."geom"), ST_MaxX(new."geom"),
              ST_MinY(new."geom"), ST_MaxY(new."geom")); end""", """
            create trigger "rtree_%1$s_geom_update1" after update of "geom" on "%1$s"
            when old."fid" = new."fid" and (new."geom" notnull and not ST_IsEmpty(new."geom"))
            begin insert or replace into "rtree_%1$s_geom" values (new."fid", ST_MinX(new."geom"), ST_MaxX(new."geom"),
              ST_MinY(new."geom"), ST_MaxY(new."geom")); end""", """
            create trigger "rtree_%1$s_geom_update2" after update of "geom" on "%1$s"
            when old."fid" = new."fid" and (new."geom" isnull or ST_IsEmpty(new."geom"))
            begin delete from "rtree_%1$s_geom" where id = old."fid"; end""", """
            create trigger "rtree_%1$s_geom_update3" after update on "%1$s"
            when old."fid" != new."fid" and (new."geom" notnull and not ST_IsEmpty(new."geom"))
            begin delete from "rtree_%1$s_geom" where id = old."fid";
              insert or replace into "rtree_%1$s_geom" values (new."fid", ST_MinX(new."geom"), ST_MaxX(new."geom"),
              ST_MinY(new."geom"), ST_MaxY(new."geom")); end""", """
            create trigger "rtree_%1$s_geom_update4" after update on "%1$s"
            when old."fid" != new."fid" and (new."geom" isnull or ST_IsEmpty(new."geom"))
            begin delete from "rtree_%1$s_geom" where id in (old."fid", new."fid"); end""", """
            create trigger "rtree_%1$s_geom_delete" after delete on "%1$s" when old."geom" not null
            begin delete from "rtree_%1$s_geom" where id = old."fid"; end""");

    private GeoPackageSchema() {}

    /** @param table a layer's name: ASCII letters, digits, _ and - */
    static String createTable(String table, List<ExportField> fields) {
        StringBuilder sql = new StringBuilder("create table \"")
                .append(table)
                .append("\" (fid integer primary key autoincrement not null, geom geometry");
        for (ExportField field : fields) {
            sql.append(", \"").append(field.name()).append("\" ").append(type(field));
        }
        return sql.append(')').toString();
    }

    /** Name of the table's spatial index, as the standard has it. */
    static String index(String table) {
        return "rtree_" + table + "_geom";
    }

    static String createIndex(String table) {
        return "create virtual table \"" + index(table) + "\" using rtree(id, minx, maxx, miny, maxy)";
    }

    static List<String> indexTriggers(String table) {
        return INDEX_TRIGGERS.stream().map(sql -> String.format(sql, table)).toList();
    }

    /** A text is not cut here, so its length is not limited. */
    private static String type(ExportField field) {
        return switch (field.type()) {
            case TEXT -> "text";
            case INTEGER -> field.width() <= 9 ? "mediumint" : "integer";
            case DECIMAL -> "double";
            case DATE -> "date";
            case INSTANT -> "datetime";
            case LOGICAL -> "boolean";
        };
    }
}
