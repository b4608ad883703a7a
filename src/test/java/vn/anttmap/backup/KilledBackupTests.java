package vn.anttmap.backup;

import org.junit.jupiter.api.Test;
import vn.anttmap.testing.TestDatabase;

/** {@code -Dantt.kill.rounds=50} for more than the one round of every run. */
class KilledBackupTests {

    @Test
    void leavesNoArchiveThatLooksWhole() throws Exception {
        KilledBackup.leavesNoArchiveThatLooksWhole(TestDatabase.newH2gis(), TestDatabase.newH2gis());
    }
}
