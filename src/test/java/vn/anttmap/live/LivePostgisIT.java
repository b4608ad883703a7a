package vn.anttmap.live;

import vn.anttmap.testing.OnPostgis;

@OnPostgis
class LivePostgisIT extends LiveContract {}
