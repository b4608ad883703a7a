package vn.anttmap.density;

import vn.anttmap.testing.OnH2gis;

@OnH2gis
class DensityTests extends DensityContract {}
