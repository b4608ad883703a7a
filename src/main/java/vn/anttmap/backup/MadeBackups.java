package vn.anttmap.backup;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.anttmap.node.ThisNode;

/** Which node has which archives, as each of them last found its own folder. */
@Component
class MadeBackups {

    private final JdbcClient jdbc;
    private final String machine;

    MadeBackups(JdbcClient jdbc, ThisNode node) {
        this.jdbc = jdbc;
        this.machine = node.name();
    }

    /** One in the folder of a node. */
    record On(String machine, BackupFile file) {}

    /** Says what lies in the folder of this node now. */
    void say(List<BackupFile> here) {
        Set<String> said = new HashSet<>(jdbc.sql("select name from backup_made where machine = ?")
                .param(machine)
                .query(String.class)
                .list());
        for (BackupFile file : here) {
            if (!said.remove(file.name())) {
                jdbc.sql("insert into backup_made (machine, name, taken_at, bytes) values (?, ?, ?, ?)")
                        .params(machine, file.name(), file.takenAt().atOffset(ZoneOffset.UTC), file.bytes())
                        .update();
            }
        }
        for (String gone : said) {
            jdbc.sql("delete from backup_made where machine = ? and name = ?")
                    .params(machine, gone)
                    .update();
        }
    }

    /** Those of the other nodes, newest first; without what lies here as well, as in a folder that nodes share. */
    List<On> elsewhere(List<BackupFile> here) {
        return jdbc
                .sql("select machine, name, taken_at, bytes from backup_made where machine <> ?")
                .param(machine)
                .query((row, number) -> new On(
                        row.getString("machine"),
                        new BackupFile(
                                row.getString("name"),
                                row.getObject("taken_at", OffsetDateTime.class).toInstant(),
                                row.getLong("bytes"))))
                .list()
                .stream()
                .filter(on -> !here.contains(on.file()))
                .sorted(Comparator.comparing((On on) -> on.file().takenAt()).reversed())
                .toList();
    }

    /** The newest of the other nodes, but for those made before an upgrade. */
    Optional<On> newestElsewhere(Instant now) {
        return elsewhere(List.of()).stream()
                .filter(on -> !on.file().name().contains(BackupFolder.BEFORE_UPGRADE))
                .filter(on -> BackupFolder.plausible(on.file(), now))
                .findFirst();
    }

    String machine() {
        return machine;
    }
}
