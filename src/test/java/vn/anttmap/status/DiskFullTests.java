package vn.anttmap.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import vn.anttmap.testing.ServiceProcess;
import vn.anttmap.testing.TestDatabase;
import vn.anttmap.testing.TestFolders;

/**
 * The kernel lets no file of the service grow any more (RLIMIT_FSIZE, by {@code prlimit} of util-linux, as the user that
 * runs the tests): H2 meets the same refusal of a write as on a full disk, and no file system has to be mounted.
 */
class DiskFullTests extends DiskFullContract {

    private final Path folder = TestFolders.create("h2-");

    @Override
    TestDatabase database() {
        return TestDatabase.h2gisIn(folder);
    }

    @Override
    void fill(ServiceProcess service) throws Exception {
        limit(service, String.valueOf(Files.size(folder.resolve("antt-map.mv.db"))));
    }

    @Override
    void free(ServiceProcess service) throws Exception {
        limit(service, "unlimited");
    }

    /** No archive can be made, and nothing of one is left. */
    @Override
    void whileFull(ServiceProcess service) throws Exception {
        limit(service, "100000");
        HttpResponse<String> answer = service.client("admin", "admin").post("/api/backups", "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        assertThat(answer.body()).containsAnyOf("#backup-folder-full", "#backup-database");
        try (Stream<Path> files = Files.list(backups)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.endsWith(".zip") || name.endsWith(".part"));
        }
    }

    /** The soft limit only, which its owner may raise again. */
    private static void limit(ServiceProcess service, String bytes) throws IOException, InterruptedException {
        Process prlimit = new ProcessBuilder("prlimit", "--pid=" + service.pid(), "--fsize=" + bytes + ":unlimited")
                .redirectErrorStream(true)
                .start();
        String said = new String(prlimit.getInputStream().readAllBytes());
        assertThat(prlimit.waitFor()).as(said).isZero();
    }
}
