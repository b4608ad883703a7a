package vn.anttmap.density.series;

import vn.anttmap.testing.OnPostgis;

@OnPostgis
class DensitySeriesPostgisIT extends DensitySeriesContract {}
