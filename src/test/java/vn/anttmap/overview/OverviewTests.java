package vn.anttmap.overview;

import vn.anttmap.testing.OnH2gis;

@OnH2gis
class OverviewTests extends OverviewContract {}
