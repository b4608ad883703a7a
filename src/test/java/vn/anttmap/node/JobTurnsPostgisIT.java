package vn.anttmap.node;

import vn.anttmap.testing.OnPostgis;

@OnPostgis
class JobTurnsPostgisIT extends JobTurnsContract {}
