package vn.anttmap.territory;

import vn.anttmap.testing.OnPostgis;

@OnPostgis
class ManyStatesPostgisIT extends ManyStatesContract {}
