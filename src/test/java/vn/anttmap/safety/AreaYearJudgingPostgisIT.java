package vn.anttmap.safety;

import vn.anttmap.testing.OnPostgis;

@OnPostgis
class AreaYearJudgingPostgisIT extends AreaYearJudgingContract {}
