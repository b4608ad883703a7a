package vn.anttmap.movement;

import vn.anttmap.testing.OnPostgis;

@OnPostgis
class SecurityTeamRecordsPostgisIT extends SecurityTeamRecordsContract {}
