package vn.anttmap.ogcapi;

import vn.anttmap.testing.OnPostgis;

@OnPostgis
class QgisProjectPostgisIT extends QgisProjectContract {}
