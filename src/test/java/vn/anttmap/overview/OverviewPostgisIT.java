package vn.anttmap.overview;

import vn.anttmap.testing.OnPostgis;

@OnPostgis
class OverviewPostgisIT extends OverviewContract {}
