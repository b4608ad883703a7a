package vn.anttmap.exchange.territoryimport;

import vn.anttmap.testing.OnH2gis;

@OnH2gis
class MergerFileTests extends MergerFileContract {}
