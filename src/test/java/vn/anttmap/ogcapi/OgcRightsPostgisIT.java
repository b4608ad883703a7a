package vn.anttmap.ogcapi;

import vn.anttmap.testing.OnPostgis;

@OnPostgis
class OgcRightsPostgisIT extends OgcRightsContract {}
