package vn.anttmap.audit;

import vn.anttmap.testing.OnPostgis;

@OnPostgis
class SharedEntriesPostgisIT extends SharedEntriesContract {}
