package vn.anttmap.backup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import vn.anttmap.testing.TestDatabase;
import vn.anttmap.testing.TestFolders;

class KilledUpgradeTests extends KilledUpgradeContract {

    @Override
    TestDatabase newDatabase() {
        return TestDatabase.newH2gis();
    }

    @Override
    TestDatabase copyOf(TestDatabase database) throws Exception {
        Path folder = TestFolders.create("h2-");
        TestDatabase copy = TestDatabase.h2gisIn(folder);
        Files.copy(file(database), file(copy));
        return copy;
    }

    /** Looked at in a copy, so that the service is the first to open the file; or in what its next start puts back. */
    @Override
    DatabaseAddress found(TestDatabase database) throws Exception {
        Path folder = TestFolders.create("h2-found-");
        TestDatabase copy = TestDatabase.h2gisIn(folder);
        UpgradeCopy kept = new UpgradeCopy(file(database));
        if (!kept.exists()) {
            Files.copy(file(database), file(copy));
            return Databases.address(copy);
        }
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(kept.path()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".mv.db")) {
                    Files.copy(zip, file(copy));
                }
            }
        }
        return Databases.address(copy);
    }

    private static Path file(TestDatabase database) {
        return Databases.address(database).file().orElseThrow();
    }
}
