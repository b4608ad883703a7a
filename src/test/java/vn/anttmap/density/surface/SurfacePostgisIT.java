package vn.anttmap.density.surface;

import vn.anttmap.testing.OnPostgis;

@OnPostgis
class SurfacePostgisIT extends SurfaceContract {}
