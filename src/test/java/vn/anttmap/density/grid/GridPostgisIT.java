package vn.anttmap.density.grid;

import vn.anttmap.testing.OnPostgis;

@OnPostgis
class GridPostgisIT extends GridContract {}
