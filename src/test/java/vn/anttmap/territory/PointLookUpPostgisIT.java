package vn.anttmap.territory;

import vn.anttmap.testing.OnPostgis;

@OnPostgis
class PointLookUpPostgisIT extends PointLookUpContract {}
