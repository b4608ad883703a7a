package vn.anttmap.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of the archives. A file has its name only once it is whole, read again and on the disk; until then it ends in
 * {@code .part}.
 */
final class BackupFolder {

    /** Names are times of the day as people there read them. */
    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    static final String BEFORE_UPGRADE = "before-upgrade-";

    private static final String PART = ".part";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmmss");
    private static final Pattern NAME =
            Pattern.compile("antt-map-(" + BEFORE_UPGRADE + ")?(\\d{4}-\\d\\d-\\d\\d-\\d{6})(?:-(\\d{1,6}))?\\.zip");
    private static final Duration CLOCKS_APART = Duration.ofHours(1);
    private static final int UPGRADES_KEPT = 3;

    private final Path folder;

    /** Writes an archive. */
    @FunctionalInterface
    interface Content {
        void write(Path file) throws IOException, SQLException;
    }

    BackupFolder(Path folder) {
        this.folder = folder;
    }

    Path path() {
        return folder;
    }

    /** Whole archives, newest first; none where there is no such folder. */
    List<BackupFile> list() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.flatMap(file -> read(file).stream())
                    .sorted(Comparator.comparing(BackupFile::takenAt)
                            .thenComparing(file -> numberInSecond(file.name()))
                            .thenComparing(BackupFile::name)
                            .reversed())
                    .toList();
        } catch (IOException e) {
            throw BackupException.of(e, folder);
        }
    }

    /**
     * The newest, but for those made before an upgrade; and for those from the future, made before the clock was set back:
     * else none would be made until then.
     */
    Optional<BackupFile> newest(Instant now) {
        return list().stream()
                .filter(file -> !file.name().contains(BEFORE_UPGRADE))
                .filter(file -> plausible(file, now))
                .findFirst();
    }

    /** Clocks of several nodes may be a little apart. */
    static boolean plausible(BackupFile file, Instant now) {
        return !file.takenAt().isAfter(now.plus(CLOCKS_APART));
    }

    /**
     * Adds an archive, looks whether it is whole, and only then removes those that are too many.
     *
     * @param prefix of the name behind the product's, or empty
     */
    BackupFile store(Instant moment, String prefix, int keep, Content content) {
        try {
            Files.createDirectories(folder);
            try (FileChannel channel =
                    FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                lock(channel);
                removeLeftParts();
                BackupFile stored = storeLocked(moment, prefix, content);
                prune(prefix, prefix.isEmpty() ? keep : UPGRADES_KEPT, stored);
                return stored;
            }
        } catch (IOException e) {
            throw BackupException.of(e, folder);
        }
    }

    private BackupFile storeLocked(Instant moment, String prefix, Content content) throws IOException {
        // Readable by its owner only, where the file system knows that: there are password hashes in it.
        Path part = Files.createTempFile(folder, "antt-map-", PART);
        try {
            content.write(part);
            verify(part);
            Path file = free(moment, prefix);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            force(folder);
            return read(file).orElseThrow();
        } catch (SQLException e) {
            throw new BackupException(
                    BackupException.Reason.DATABASE, "the database could not be read: " + e.getMessage(), e);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void verify(Path part) {
        try (Archive archive = Archive.open(part)) {
            archive.verify();
        } catch (DamagedArchiveException | IOException e) {
            throw new BackupException(
                    BackupException.Reason.NOT_WHOLE,
                    "what was written could not be read again, the disk may be failing: " + e.getMessage(),
                    e);
        }
    }

    /** Of those with this prefix, which are a kind of their own. */
    private void prune(String prefix, int keep, BackupFile stored) throws IOException {
        List<BackupFile> kind = list().stream()
                .filter(file -> file.name().startsWith("antt-map-" + BEFORE_UPGRADE) == prefix.equals(BEFORE_UPGRADE))
                .toList();
        for (BackupFile old : kind.subList(Math.min(keep, kind.size()), kind.size())) {
            // Where the clock was set back, the one just made is not the newest by its name.
            if (!old.equals(stored)) {
                Files.deleteIfExists(folder.resolve(old.name()));
            }
        }
    }

    /** What a killed process left; nobody else writes while this one holds the lock. */
    private void removeLeftParts() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith("antt-map-")
                            && path.getFileName().toString().endsWith(PART))
                    .toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private Path free(Instant moment, String prefix) {
        String name = "antt-map-" + prefix + TIME.format(moment.atZone(ZONE));
        Path file = folder.resolve(name + ".zip");
        for (int i = 2; Files.exists(file); i++) {
            file = folder.resolve(name + "-" + i + ".zip");
        }
        return file;
    }

    /** For as long as the channel is open. */
    private void lock(FileChannel channel) throws IOException {
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException ofThisProcess) {
            lock = null;
        }
        if (lock == null) {
            throw new BackupException(
                    BackupException.Reason.RUNNING, "another backup into " + folder + " is under way", null);
        }
    }

    /** Of those that were begun in the same second: 1 for the first, whose name has none. */
    private static int numberInSecond(String name) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches() && matcher.group(3) != null ? Integer.parseInt(matcher.group(3)) : 1;
    }

    private static Optional<BackupFile> read(Path file) {
        String name = file.getFileName().toString();
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            Instant taken =
                    LocalDateTime.parse(matcher.group(2), TIME).atZone(ZONE).toInstant();
            return Optional.of(new BackupFile(name, taken, Files.size(file)));
        } catch (IOException | java.time.DateTimeException goneOrForeign) {
            return Optional.empty();
        }
    }

    /** A new name is on the disk only with its folder; Windows keeps folders by itself and does not let them be opened. */
    static void force(Path folder) throws IOException {
        if (!System.getProperty("os.name").startsWith("Windows")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
