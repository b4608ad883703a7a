package vn.anttmap.drawing;

import vn.anttmap.testing.OnPostgis;

@OnPostgis
class DrawingPostgisIT extends DrawingContract {}
