package vn.anttmap.density;

import vn.anttmap.testing.OnPostgis;

@OnPostgis
class DensityPostgisIT extends DensityContract {}
