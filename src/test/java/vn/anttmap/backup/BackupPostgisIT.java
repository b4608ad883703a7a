package vn.anttmap.backup;

import vn.anttmap.testing.OnPostgis;
import vn.anttmap.testing.TestDatabase;

@OnPostgis
class BackupPostgisIT extends BackupContract {

    @Override
    TestDatabase newDatabase() {
        return TestDatabase.newPostgis();
    }
}
