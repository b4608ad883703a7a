package vn.anttmap.report.sheet;

import vn.anttmap.testing.OnPostgis;

@OnPostgis
class MapSheetPostgisIT extends MapSheetContract {}
