package vn.anttmap.density.hotspot;

import vn.anttmap.testing.OnPostgis;

@OnPostgis
class HotSpotPostgisIT extends HotSpotContract {}
