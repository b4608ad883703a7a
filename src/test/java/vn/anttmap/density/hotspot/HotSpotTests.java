package vn.anttmap.density.hotspot;

import vn.anttmap.testing.OnH2gis;

@OnH2gis
class HotSpotTests extends HotSpotContract {}
