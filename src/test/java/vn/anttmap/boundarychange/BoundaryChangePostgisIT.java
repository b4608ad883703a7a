package vn.anttmap.boundarychange;

import vn.anttmap.testing.OnPostgis;

@OnPostgis
class BoundaryChangePostgisIT extends BoundaryChangeContract {}
