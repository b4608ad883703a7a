package vn.anttmap.backup;

import vn.anttmap.testing.TestDatabase;

class KilledAtWorkPostgisIT extends KilledAtWorkContract {

    @Override
    TestDatabase newDatabase() {
        return TestDatabase.newPostgis();
    }
}
