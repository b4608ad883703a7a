package vn.anttmap.safety;

import vn.anttmap.testing.OnPostgis;

@OnPostgis
class AreaYearStepsPostgisIT extends AreaYearStepsContract {}
