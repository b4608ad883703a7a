package vn.anttmap.exchange.territoryimport;

import vn.anttmap.testing.OnPostgis;

@OnPostgis
class CommuneFilePostgisIT extends CommuneFileContract {}
