package vn.anttmap.web;

import vn.anttmap.testing.OnPostgis;

@OnPostgis
class SecondFactorPostgisIT extends SecondFactorContract {}
