package vn.anttmap.ogcapi;

import vn.anttmap.testing.OnPostgis;

@OnPostgis
class OgcCrsPostgisIT extends OgcCrsContract {}
