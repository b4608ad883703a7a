package vn.anttmap.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import vn.anttmap.testing.ServiceProcess;
import vn.anttmap.testing.TestDatabase;
import vn.anttmap.testing.TestFolders;

/** Kill -9 while a backup is written, at a moment of chance after its first bytes are on the disk. */
final class KilledBackup {

    private static final int ROUNDS = Integer.getInteger("antt.kill.rounds", 1);

    private KilledBackup() {}

    static void leavesNoArchiveThatLooksWhole(TestDatabase database, TestDatabase target) throws Exception {
        Random random = new Random(20191124);
        Path folder = TestFolders.create("killed-backups-");
        int whole = 0;
        try (ServiceProcess service = ServiceProcess.on(database)
                .with("anttmap.demo", "true")
                .with("anttmap.backup.directory", folder.toString())
                .start()) {
            for (int round = 1; round <= ROUNDS; round++) {
                CompletableFuture<HttpResponse<String>> answer = CompletableFuture.supplyAsync(
                        () -> service.client("admin", "admin").post("/api/backups", ""));
                long until = random.nextInt(900_000);
                while (!answer.isDone() && written(folder) <= until) {
                    Thread.onSpinWait();
                }
                service.kill9();
                try {
                    assertThat(answer.join().statusCode()).isEqualTo(201);
                    whole++;
                } catch (CompletionException killed) {
                    assertThat(killed).hasCauseInstanceOf(UncheckedIOException.class);
                }
                assertThat(names(folder).stream()
                                .filter(name -> name.endsWith(".zip"))
                                .count())
                        .isBetween((long) whole, (long) round);
                service.restart();
            }
            HttpResponse<String> made = service.client("admin", "admin").post("/api/backups", "");
            assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        }
        assertThat(names(folder)).as("what was cut off is swept away").noneMatch(name -> name.endsWith(".part"));
        List<BackupFile> archives = new BackupFolder(folder).list();
        for (BackupFile file : archives) {
            try (Archive archive = Archive.open(folder.resolve(file.name()))) {
                archive.verify();
            }
        }
        Databases.restore(folder.resolve(archives.get(0).name()), Databases.address(target));
    }

    private static long written(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".part"))
                    .mapToLong(KilledBackup::size)
                    .max()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It may just have got its name. */
    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException renamed) {
            return 0;
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
