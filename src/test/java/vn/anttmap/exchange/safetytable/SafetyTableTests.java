package vn.anttmap.exchange.safetytable;

import vn.anttmap.testing.OnH2gis;

@OnH2gis
class SafetyTableTests extends SafetyTableContract {}
