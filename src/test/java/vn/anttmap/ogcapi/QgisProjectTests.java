package vn.anttmap.ogcapi;

class QgisProjectTests extends QgisProjectContract {}
