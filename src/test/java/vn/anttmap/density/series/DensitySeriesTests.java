package vn.anttmap.density.series;

import vn.anttmap.testing.OnH2gis;

@OnH2gis
class DensitySeriesTests extends DensitySeriesContract {}
