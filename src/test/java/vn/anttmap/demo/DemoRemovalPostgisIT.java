package vn.anttmap.demo;

import vn.anttmap.testing.OnPostgis;

@OnPostgis
class DemoRemovalPostgisIT extends DemoRemovalContract {}
