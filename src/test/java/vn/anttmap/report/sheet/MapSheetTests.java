package vn.anttmap.report.sheet;

import vn.anttmap.testing.OnH2gis;

@OnH2gis
class MapSheetTests extends MapSheetContract {}
