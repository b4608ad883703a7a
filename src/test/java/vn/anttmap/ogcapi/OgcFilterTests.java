package vn.anttmap.ogcapi;

class OgcFilterTests extends OgcFilterContract {}
