package vn.anttmap.backup;

import vn.anttmap.testing.OnH2gis;
import vn.anttmap.testing.TestDatabase;

@OnH2gis
class BackupTests extends BackupContract {

    @Override
    TestDatabase newDatabase() {
        return TestDatabase.newH2gis();
    }
}
