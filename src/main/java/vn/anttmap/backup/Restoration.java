package vn.anttmap.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Puts an archive into an empty database. The tables are first made as they were when the archive was; what was loaded is
 * read again and compared; then the migrations that came later follow. On PostgreSQL the rows come in one transaction, an
 * embedded database is made under another name and gets its own when all is well.
 */
final class Restoration {

    private static final String UNFINISHED = "-restoring";

    private final Archive archive;
    private final DatabaseAddress target;
    private final Consumer<String> progress;

    /** @param progress lines for people */
    Restoration(Archive archive, DatabaseAddress target, Consumer<String> progress) {
        this.archive = archive;
        this.target = target;
        this.progress = progress;
    }

    /**
     * @param name of the archive, for the trail
     * @throws CommandException if the archive is newer than this program or the database is not empty
     * @throws DamagedArchiveException if the archive is not whole; nothing was touched
     */
    void run(String name) throws DamagedArchiveException, IOException, SQLException {
        archive.verify();
        progress.accept("The archive is whole: " + archive.manifest().tables().size() + " tables, "
                + archive.manifest().rows() + " rows, taken at "
                + archive.manifest().takenAt() + ".");
        Predicate<String> asItWas = scriptsOfTheArchive();
        if (target.embedded()) {
            restoreIntoFile(name, asItWas);
        } else {
            PostgresTarget.requireEmpty(target, asItWas);
            restore(target, name, asItWas);
        }
    }

    private void restoreIntoFile(String name, Predicate<String> asItWas)
            throws DamagedArchiveException, IOException, SQLException {
        Path file = target.file()
                .orElseThrow(() -> new CommandException("Only a database in a file can be restored: " + target));
        if (Files.exists(file)) {
            throw new CommandException(
                    "There is a database already, and a backup is restored into an empty place only: "
                            + file + "\nStop the service and move that file away, or name another folder with"
                            + " --anttmap.data-directory=./restored");
        }
        DatabaseAddress unfinished = target.besides(UNFINISHED);
        Path unfinishedFile = unfinished.file().orElseThrow();
        Files.createDirectories(unfinishedFile.toAbsolutePath().getParent());
        Files.deleteIfExists(unfinishedFile);
        try {
            restore(unfinished, name, asItWas);
            shutDown(unfinished);
            force(unfinishedFile);
            Files.move(unfinishedFile, file, StandardCopyOption.ATOMIC_MOVE);
            BackupFolder.force(file.getParent());
        } finally {
            if (Files.exists(unfinishedFile)) {
                shutDown(unfinished);
                Files.deleteIfExists(unfinishedFile);
            }
        }
    }

    private void restore(DatabaseAddress database, String name, Predicate<String> asItWas)
            throws DamagedArchiveException, IOException, SQLException {
        Schema.migrate(database, asItWas);
        try (Connection connection = database.connect()) {
            new Loading(archive, connection, database.dialect(), progress).load(name);
        }
        Schema.migrate(database, script -> true);
    }

    /** The migrations that the archive's database had, in the form in which this kind of database has them. */
    private Predicate<String> scriptsOfTheArchive() {
        Manifest manifest = archive.manifest();
        String vendor = target.dialect().vendor();
        List<Manifest.Migration> known = Schema.known(vendor);
        Map<String, Manifest.Migration> knownByVersion = new HashMap<>();
        known.forEach(migration -> knownByVersion.put(migration.version(), migration));
        Schema.known(manifest.database())
                .forEach(migration -> knownByVersion.putIfAbsent(migration.version(), migration));

        List<String> unknown = manifest.migrations().stream()
                .map(Manifest.Migration::version)
                .filter(version -> !knownByVersion.containsKey(version))
                .toList();
        if (!unknown.isEmpty()) {
            throw new CommandException("The archive was made by a newer ANTT Map (" + manifest.application()
                    + ") and has tables that this one does not know: V" + String.join(", V", unknown)
                    + ". Restore it with that version or a later one.");
        }
        for (Manifest.Migration was : manifest.migrations()) {
            Manifest.Migration is = knownByVersion.get(was.version());
            if (is != null
                    && was.checksum() != null
                    && is.checksum() != null
                    && !was.checksum().equals(is.checksum())) {
                throw new CommandException("The archive comes from another program: its migration V" + was.version()
                        + " is not the one of this version.");
            }
        }
        Set<String> had =
                manifest.migrations().stream().map(Manifest.Migration::version).collect(Collectors.toSet());
        // From the other kind of database: what prepares the ground comes first, the rest once the rows are in.
        boolean sameKind = manifest.database().equals(vendor);
        String firstCommon = known.stream()
                .filter(Schema::common)
                .map(Manifest.Migration::version)
                .findFirst()
                .orElseThrow();
        Set<String> scripts = new HashSet<>();
        for (Manifest.Migration migration : known) {
            boolean ground = !sameKind && precedes(migration.version(), firstCommon);
            if (ground || had.contains(migration.version())) {
                scripts.add(migration.script());
            }
        }
        return scripts::contains;
    }

    private static boolean precedes(String version, String other) {
        return org.flywaydb.core.api.MigrationVersion.fromVersion(version)
                        .compareTo(org.flywaydb.core.api.MigrationVersion.fromVersion(other))
                < 0;
    }

    private static void shutDown(DatabaseAddress database) throws SQLException {
        try (Connection connection = database.connect()) {
            Dialect.execute(connection, "shutdown");
        }
    }

    static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
