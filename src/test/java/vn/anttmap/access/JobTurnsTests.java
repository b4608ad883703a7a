package vn.anttmap.access;

import vn.anttmap.testing.OnH2gis;

@OnH2gis
class JobTurnsTests extends JobTurnsContract {}
