package vn.anttmap.ogcapi;

import vn.anttmap.testing.OnPostgis;

@OnPostgis
class OgcFilterPostgisIT extends OgcFilterContract {}
