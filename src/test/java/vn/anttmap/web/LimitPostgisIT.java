package vn.anttmap.web;

import vn.anttmap.testing.OnPostgis;

@OnPostgis
class LimitPostgisIT extends LimitContract {}
