package vn.anttmap.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The copy of an embedded database's file that stands beside it while its tables are brought up to date. That it is there
 * at a start means that an upgrade was cut off.
 */
final class UpgradeCopy {

    private static final String DATABASE = ".mv.db";

    private final Path file;

    /** @param file of the database */
    UpgradeCopy(Path file) {
        this.file = file;
    }

    Path path() {
        return besides(".upgrading.zip");
    }

    boolean exists() {
        return Files.exists(path());
    }

    /** Copies the open database; its own means, so that the copy is whole. */
    void make(DatabaseAddress database) throws IOException, SQLException {
        Path part = besides(".upgrading.part");
        Files.deleteIfExists(part);
        try (Connection connection = database.connect()) {
            Dialect.execute(connection, "backup to '" + part.toString().replace("'", "''") + "'");
        }
        Restoration.force(part);
        Files.move(part, path(), StandardCopyOption.ATOMIC_MOVE);
        BackupFolder.force(path().getParent());
    }

    /** Closes the database for everybody in this process. */
    void shutDown(DatabaseAddress database) throws SQLException {
        try (Connection connection = database.connect()) {
            Dialect.execute(connection, "shutdown immediately");
        }
    }

    /** Puts the copy in the place of the file, which must not be open. */
    void putBack() throws IOException {
        Path part = besides(".putting-back.part");
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(path()))) {
            ZipEntry entry = zip.getNextEntry();
            while (entry != null && !entry.getName().endsWith(DATABASE)) {
                entry = zip.getNextEntry();
            }
            if (entry == null) {
                throw new IOException(path() + " holds no database");
            }
            copy(zip, part);
        }
        Restoration.force(part);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        BackupFolder.force(file.getParent());
        Files.delete(path());
    }

    /** All went well: the copy stays under another name, until the next upgrade, as the quickest way back. */
    void keep() {
        try {
            Files.move(path(), besides(".before-upgrade.zip"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // Left there, it would undo the upgrade at the next start.
            throw new UpgradeRefusedException(
                    "The tables are up to date, but the copy made before cannot be renamed: " + e.getMessage(),
                    "Delete " + path() + " by hand and start again.");
        }
    }

    private static void copy(InputStream in, Path to) throws IOException {
        Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path besides(String ending) {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, name.length() - DATABASE.length()) + ending);
    }
}
