package vn.anttmap.backup;

import vn.anttmap.testing.TestDatabase;

class KilledAtWorkTests extends KilledAtWorkContract {

    @Override
    TestDatabase newDatabase() {
        return TestDatabase.newH2gis();
    }
}
