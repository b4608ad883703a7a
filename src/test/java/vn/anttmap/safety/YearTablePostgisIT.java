package vn.anttmap.safety;

import vn.anttmap.testing.OnPostgis;

@OnPostgis
class YearTablePostgisIT extends YearTableContract {}
