package vn.anttmap.density.surface;

import vn.anttmap.testing.OnH2gis;

@OnH2gis
class SurfaceTests extends SurfaceContract {}
