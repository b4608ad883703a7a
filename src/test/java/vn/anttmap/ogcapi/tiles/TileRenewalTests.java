package vn.anttmap.ogcapi.tiles;

import vn.anttmap.testing.OnH2gis;

@OnH2gis
class TileRenewalTests extends TileRenewalContract {}
