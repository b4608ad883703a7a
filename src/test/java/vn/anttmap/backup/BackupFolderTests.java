package vn.anttmap.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of archives: whole or not there. */
class BackupFolderTests {

    /** 01:30 in Vietnam. */
    private static final Instant NIGHT = Instant.parse("2026-11-22T18:30:00Z");

    private static final BackupFolder.Content GOOD =
            file -> Files.copy(Databases.FIRST_RELEASE, file, StandardCopyOption.REPLACE_EXISTING);

    @TempDir
    Path folder;

    @Test
    void isNamedByTheTimeInVietnamAndTwoOfOneSecondStandSideBySide() {
        BackupFolder archives = new BackupFolder(folder.resolve("new/deep"));

        archives.store(NIGHT, "", 10, GOOD);
        archives.store(NIGHT, "", 10, GOOD);

        assertThat(archives.list())
                .extracting(BackupFile::name)
                .containsExactly("antt-map-2026-11-23-013000-2.zip", "antt-map-2026-11-23-013000.zip");
        assertThat(archives.list()).extracting(BackupFile::takenAt).containsOnly(NIGHT);
        // The one that was just made is not taken for the older of the two.
        assertThat(archives.store(NIGHT, "", 1, GOOD).name()).isEqualTo("antt-map-2026-11-23-013000-3.zip");
        assertThat(archives.list()).extracting(BackupFile::name).containsExactly("antt-map-2026-11-23-013000-3.zip");
    }

    @Test
    void theOldestGoOnceANewOneIsWholeAndThoseBeforeUpgradesAreCountedApart() {
        BackupFolder archives = new BackupFolder(folder);
        for (int night = 0; night < 5; night++) {
            archives.store(NIGHT.plusSeconds(86_400L * night), "", 2, GOOD);
            archives.store(NIGHT.plusSeconds(86_400L * night), BackupFolder.BEFORE_UPGRADE, 2, GOOD);
        }

        assertThat(archives.list())
                .extracting(BackupFile::name)
                .containsExactly(
                        "antt-map-before-upgrade-2026-11-27-013000.zip",
                        "antt-map-2026-11-27-013000.zip",
                        "antt-map-before-upgrade-2026-11-26-013000.zip",
                        "antt-map-2026-11-26-013000.zip",
                        "antt-map-before-upgrade-2026-11-25-013000.zip");
    }

    @Test
    void whatReadsDifferentlyThanItWasWrittenIsDroppedAndTheOldOnesStay() throws IOException {
        BackupFolder archives = new BackupFolder(folder);
        archives.store(NIGHT, "", 1, GOOD);

        assertThatThrownBy(() -> archives.store(NIGHT.plusSeconds(60), "", 1, file -> {
                    byte[] bytes = Files.readAllBytes(Databases.FIRST_RELEASE);
                    bytes[bytes.length / 2] ^= 1;
                    Files.write(file, bytes);
                }))
                .isInstanceOfSatisfying(
                        BackupException.class, e -> assertThat(e.reason()).isEqualTo(BackupException.Reason.NOT_WHOLE));

        assertThat(files()).containsExactly(".lock", "antt-map-2026-11-23-013000.zip");
    }

    /** On a file system of 400 KB, where the archive of 294 KB fits once. */
    @Test
    void aFullDiskIsSaidToBeSoAndLeavesTheOldOnes() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root mounts a small file system");
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", folder.toString()) == 0);
        try {
            BackupFolder archives = new BackupFolder(folder);
            archives.store(NIGHT, "", 5, GOOD);

            assertThatThrownBy(() -> archives.store(NIGHT.plusSeconds(60), "", 5, GOOD))
                    .isInstanceOfSatisfying(
                            BackupException.class,
                            e -> assertThat(e.reason()).isEqualTo(BackupException.Reason.FOLDER_FULL))
                    .hasMessageContaining("no room left in " + folder);

            assertThat(files()).containsExactly(".lock", "antt-map-2026-11-23-013000.zip");
        } finally {
            run("umount", folder.toString());
        }
    }

    @Test
    void aFileInPlaceOfTheFolderIsSaidToBeSo() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> new BackupFolder(file).store(NIGHT, "", 5, GOOD))
                .isInstanceOfSatisfying(
                        BackupException.class,
                        e -> assertThat(e.reason()).isEqualTo(BackupException.Reason.FOLDER_UNUSABLE));
    }

    @Test
    void oneAtATimeAndWhatAKilledOneLeftIsSweptAway() throws IOException {
        Files.writeString(folder.resolve("antt-map-123.part"), "half");
        Files.writeString(folder.resolve("antt-map-2026-11-20-013000.zip.mine"), "of the operator");
        BackupFolder archives = new BackupFolder(folder);

        archives.store(NIGHT, "", 5, file -> {
            assertThatThrownBy(() -> archives.store(NIGHT, "", 5, GOOD))
                    .isInstanceOfSatisfying(
                            BackupException.class,
                            e -> assertThat(e.reason()).isEqualTo(BackupException.Reason.RUNNING));
            GOOD.write(file);
        });

        assertThat(files())
                .containsExactly(".lock", "antt-map-2026-11-20-013000.zip.mine", "antt-map-2026-11-23-013000.zip");
    }

    /** A bit turned anywhere is found, or stands where it changes nothing of what is read. */
    @Test
    void everyTurnedBitAndEveryCutIsFound() throws Exception {
        byte[] whole = Files.readAllBytes(Databases.FIRST_RELEASE);
        Path file = folder.resolve("turned.zip");
        int found = 0;
        for (int i = 0; i < 60; i++) {
            byte[] turned = whole.clone();
            turned[(int) ((long) i * whole.length / 60)] ^= 0x10;
            Files.write(file, turned);
            try (Archive archive = Archive.open(file)) {
                archive.verify();
                // A time in the directory of the ZIP, or the like.
            } catch (DamagedArchiveException damaged) {
                found++;
            }
        }
        assertThat(found).isGreaterThan(55);
        for (int cut : new int[] {0, 1, 1000, whole.length / 2, whole.length - 1}) {
            Files.write(file, java.util.Arrays.copyOf(whole, cut));
            assertThatThrownBy(() -> Archive.open(file).verify()).isInstanceOf(DamagedArchiveException.class);
        }
    }

    @Test
    void aNightThatWasMissedIsMadeUpFor() {
        LocalTime time = LocalTime.of(1, 30);
        Instant nextNoon = Instant.parse("2026-11-23T05:00:00Z");

        assertThat(BackupSchedule.missed(time, nextNoon, null)).isTrue();
        assertThat(BackupSchedule.missed(time, nextNoon, NIGHT.minusSeconds(1))).isTrue();
        assertThat(BackupSchedule.missed(time, nextNoon, NIGHT)).isFalse();
        assertThat(BackupSchedule.missed(time, nextNoon, nextNoon.minusSeconds(60)))
                .isFalse();
        // The next one is due at 18:30 UTC of that day.
        assertThat(BackupSchedule.missed(time, Instant.parse("2026-11-23T18:29:59Z"), NIGHT))
                .isFalse();
        assertThat(BackupSchedule.missed(time, Instant.parse("2026-11-23T18:30:00Z"), NIGHT))
                .isTrue();
        assertThat(BackupSchedule.missed(null, nextNoon, null)).isFalse();
    }

    /** Made while the clock was a day ahead: it is kept, and no reason to make none until then. */
    @Test
    void anArchiveFromTheFutureIsNotTheNewestAndDoesNotPushTheOneOfTodayOut() throws IOException {
        Instant noon = Instant.parse("2026-11-23T05:00:00Z");
        BackupFolder archives = new BackupFolder(folder);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("antt-map-2026-11-24-120000.zip"), "x");
        Files.writeString(folder.resolve("antt-map-2026-11-22-013000.zip"), "x");

        assertThat(archives.newest(noon))
                .hasValueSatisfying(file -> assertThat(file.name()).isEqualTo("antt-map-2026-11-22-013000.zip"));
        assertThat(archives.newest(noon.plusSeconds(86_400)))
                .hasValueSatisfying(file -> assertThat(file.name()).isEqualTo("antt-map-2026-11-24-120000.zip"));
        assertThat(archives.list()).hasSize(2);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static int run(String... command) throws Exception {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
