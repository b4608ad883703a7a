package vn.anttmap.testing;

@OnH2gis
class SchemaChecksTests extends SchemaChecksContract {}
