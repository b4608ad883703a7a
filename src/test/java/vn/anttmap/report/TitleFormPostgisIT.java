package vn.anttmap.report;

import vn.anttmap.testing.OnPostgis;

@OnPostgis
class TitleFormPostgisIT extends TitleFormContract {}
