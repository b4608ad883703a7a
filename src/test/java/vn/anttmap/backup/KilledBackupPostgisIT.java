package vn.anttmap.backup;

import org.junit.jupiter.api.Test;
import vn.anttmap.testing.TestDatabase;

class KilledBackupPostgisIT {

    @Test
    void leavesNoArchiveThatLooksWhole() throws Exception {
        KilledBackup.leavesNoArchiveThatLooksWhole(TestDatabase.newPostgis(), TestDatabase.newPostgis());
    }
}
