package vn.anttmap.backup;

import vn.anttmap.testing.TestDatabase;

class UpgradePostgisIT extends UpgradeContract {

    @Override
    TestDatabase newDatabase() {
        return TestDatabase.newPostgis();
    }
}
