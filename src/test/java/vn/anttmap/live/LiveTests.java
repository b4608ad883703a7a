package vn.anttmap.live;

import vn.anttmap.testing.OnH2gis;

@OnH2gis
class LiveTests extends LiveContract {}
