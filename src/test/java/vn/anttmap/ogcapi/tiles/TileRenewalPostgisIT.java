package vn.anttmap.ogcapi.tiles;

import vn.anttmap.testing.OnPostgis;

@OnPostgis
class TileRenewalPostgisIT extends TileRenewalContract {}
