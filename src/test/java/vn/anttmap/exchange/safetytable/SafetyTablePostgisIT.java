package vn.anttmap.exchange.safetytable;

import vn.anttmap.testing.OnPostgis;

@OnPostgis
class SafetyTablePostgisIT extends SafetyTableContract {}
