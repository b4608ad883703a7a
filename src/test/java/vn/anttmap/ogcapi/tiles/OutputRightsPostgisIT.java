package vn.anttmap.ogcapi.tiles;

import vn.anttmap.testing.OnPostgis;

@OnPostgis
class OutputRightsPostgisIT extends OutputRightsContract {}
