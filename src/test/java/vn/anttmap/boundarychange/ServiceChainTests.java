package vn.anttmap.boundarychange;

import vn.anttmap.testing.OnH2gis;

@OnH2gis
class ServiceChainTests extends ServiceChainContract {}
