package vn.anttmap.density;

import vn.anttmap.testing.OnPostgis;

@OnPostgis
class ComparisonPostgisIT extends ComparisonContract {}
