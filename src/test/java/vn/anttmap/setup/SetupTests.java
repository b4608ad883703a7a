package vn.anttmap.setup;

import vn.anttmap.testing.OnH2gis;

@OnH2gis
class SetupTests extends SetupContract {}
