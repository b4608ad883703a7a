package vn.anttmap.exchange;

import vn.anttmap.testing.OnPostgis;

@OnPostgis
class ExportFilePostgisIT extends ExportFileContract {}
