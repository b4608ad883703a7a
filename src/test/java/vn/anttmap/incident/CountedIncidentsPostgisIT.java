package vn.anttmap.incident;

import vn.anttmap.testing.OnPostgis;

@OnPostgis
class CountedIncidentsPostgisIT extends CountedIncidentsContract {}
