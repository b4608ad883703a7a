package vn.anttmap.exchange.territoryimport;

import vn.anttmap.testing.OnPostgis;

@OnPostgis
class RoadImportPostgisIT extends RoadImportContract {}
