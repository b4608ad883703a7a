package vn.anttmap.access;

import vn.anttmap.testing.OnPostgis;

@OnPostgis
class JobTurnsPostgisIT extends JobTurnsContract {}
