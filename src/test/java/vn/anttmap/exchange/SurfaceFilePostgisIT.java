package vn.anttmap.exchange;

import vn.anttmap.testing.OnPostgis;

@OnPostgis
class SurfaceFilePostgisIT extends SurfaceFileContract {}
