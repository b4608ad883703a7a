package vn.anttmap.exchange.incidenttable;

import vn.anttmap.testing.OnH2gis;

@OnH2gis
class IncidentTableTests extends IncidentTableContract {}
