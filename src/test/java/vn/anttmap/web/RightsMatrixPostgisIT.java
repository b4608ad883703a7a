package vn.anttmap.web;

import vn.anttmap.testing.OnPostgis;

@OnPostgis
class RightsMatrixPostgisIT extends RightsMatrixContract {}
