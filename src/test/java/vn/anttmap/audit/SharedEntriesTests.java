package vn.anttmap.audit;

import vn.anttmap.testing.OnH2gis;

@OnH2gis
class SharedEntriesTests extends SharedEntriesContract {}
