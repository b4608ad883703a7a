package vn.anttmap.testing;

@OnPostgis
class SchemaChecksPostgisIT extends SchemaChecksContract {}
