package vn.anttmap.report;

import vn.anttmap.testing.OnPostgis;

@OnPostgis
class ReportServicePostgisIT extends ReportServiceContract {}
