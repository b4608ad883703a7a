package vn.anttmap.movement;

import vn.anttmap.testing.OnH2gis;

@OnH2gis
class SecurityTeamRecordsTests extends SecurityTeamRecordsContract {}
