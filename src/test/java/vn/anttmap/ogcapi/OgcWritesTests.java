package vn.anttmap.ogcapi;

class OgcWritesTests extends OgcWritesContract {}
