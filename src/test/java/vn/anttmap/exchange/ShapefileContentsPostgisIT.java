package vn.anttmap.exchange;

import vn.anttmap.testing.OnPostgis;

@OnPostgis
class ShapefileContentsPostgisIT extends ShapefileContentsContract {}
