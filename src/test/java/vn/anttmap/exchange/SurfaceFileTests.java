package vn.anttmap.exchange;

import vn.anttmap.testing.OnH2gis;

@OnH2gis
class SurfaceFileTests extends SurfaceFileContract {}
