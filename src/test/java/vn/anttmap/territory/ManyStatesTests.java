package vn.anttmap.territory;

import vn.anttmap.testing.OnH2gis;

@OnH2gis
class ManyStatesTests extends ManyStatesContract {}
