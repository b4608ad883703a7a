package vn.anttmap.exchange.incidenttable;

import vn.anttmap.testing.OnPostgis;

@OnPostgis
class IncidentTablePostgisIT extends IncidentTableContract {}
