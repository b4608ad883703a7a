package vn.anttmap.ogcapi;

import vn.anttmap.testing.OnH2gis;

@OnH2gis
class OgcWritesTests extends OgcWritesContract {}
