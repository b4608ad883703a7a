package vn.anttmap.density;

import vn.anttmap.testing.OnH2gis;

@OnH2gis
class ComparisonTests extends ComparisonContract {}
