package vn.anttmap.report;

import vn.anttmap.testing.OnPostgis;

@OnPostgis
class ReportTextPostgisIT extends ReportTextContract {}
