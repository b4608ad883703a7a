package vn.anttmap.density.grid;

import vn.anttmap.testing.OnH2gis;

@OnH2gis
class GridTests extends GridContract {}
