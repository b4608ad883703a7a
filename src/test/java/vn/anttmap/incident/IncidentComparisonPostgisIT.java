package vn.anttmap.incident;

import vn.anttmap.testing.OnPostgis;

@OnPostgis
class IncidentComparisonPostgisIT extends IncidentComparisonContract {}
