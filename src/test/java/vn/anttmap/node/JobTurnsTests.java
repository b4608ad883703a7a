package vn.anttmap.node;

import vn.anttmap.testing.OnH2gis;

@OnH2gis
class JobTurnsTests extends JobTurnsContract {}
