package vn.anttmap.backup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the backups stand.
 *
 * @param newest the newest whole archive of all nodes; null where there is none
 * @param machine the node that has it; null where that is this one
 * @param running whether one is being made now
 * @param failedAt when the last attempt failed; null where it did not, or since the start there was none
 * @param problem why it failed, as a key such as {@code backup-folder-full}
 * @param dueAt when the schedule makes the next one; null without a schedule
 */
public record LastBackup(
        @Nullable BackupFile newest,
        @Nullable String machine,
        boolean running,
        @Nullable Instant failedAt,
        @Nullable String problem,
        @Nullable Instant dueAt) {}
