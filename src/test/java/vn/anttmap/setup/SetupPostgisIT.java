package vn.anttmap.setup;

import vn.anttmap.testing.OnPostgis;

@OnPostgis
class SetupPostgisIT extends SetupContract {}
