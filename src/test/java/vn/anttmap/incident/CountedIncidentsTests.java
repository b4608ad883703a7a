package vn.anttmap.incident;

import vn.anttmap.testing.OnH2gis;

@OnH2gis
class CountedIncidentsTests extends CountedIncidentsContract {}
