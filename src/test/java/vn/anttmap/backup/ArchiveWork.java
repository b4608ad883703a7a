package vn.anttmap.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.anttmap.testing.ServiceProcess;

/** An administrator who makes one backup after another, of which few are kept. */
final class ArchiveWork implements KilledWork {

    static final int KEPT = 6;

    private final ServiceProcess service;
    private final Path folder;
    private final Set<String> looked = new HashSet<>();
    private @Nullable String acknowledged;

    ArchiveWork(ServiceProcess service, Path folder) {
        this.service = service;
        this.folder = folder;
    }

    @Override
    public String name() {
        return "backup";
    }

    /** Makes one and says what it holds. */
    Snapshot snapshot() {
        return new Snapshot(folder.resolve(make()));
    }

    @Override
    public void work() {
        try {
            while (true) {
                acknowledged = make();
            }
        } catch (UncheckedIOException killed) {
            // As expected.
        }
    }

    private String make() {
        HttpResponse<String> answer = service.client("admin", "admin").post("/api/backups", "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JsonMapper.shared().readTree(answer.body()).get("name").asString();
    }

    /** What has the name of an archive is a whole one; what the killed one left was swept away by the next. */
    @Override
    public String check(Snapshot after) {
        List<BackupFile> archives = new BackupFolder(folder).list();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".part")))
                    .isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(archives.size()).isLessThanOrEqualTo(KEPT);
        String newest = acknowledged;
        if (newest != null) {
            assertThat(archives).extracting(BackupFile::name).contains(newest);
        }
        for (BackupFile archive : archives) {
            if (looked.add(archive.name())) {
                try (Archive open = Archive.open(folder.resolve(archive.name()))) {
                    open.verify();
                } catch (IOException | DamagedArchiveException e) {
                    throw new AssertionError(archive + " has the name of a whole archive and is none", e);
                }
            }
        }
        acknowledged = null;
        return "backup";
    }
}
