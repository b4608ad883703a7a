package vn.anttmap.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import vn.anttmap.testing.ServiceClient;
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

    /** The file stays closed: everybody is told so, and nothing of an archive is left. */
    @Override
    void whileFull(ServiceProcess service) throws Exception {
        ServiceClient admin = service.client("admin", "admin");
        for (HttpResponse<String> answer : List.of(admin.get("/api/status"), admin.post("/api/backups", ""))) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
            assertThat(answer.body()).contains("/docs/errors#disk-full");
        }
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
