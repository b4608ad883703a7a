package vn.anttmap.backup;

import org.jspecify.annotations.Nullable;
import vn.anttmap.access.AccountView;

/**
 * A backup was made or was not. Published in a transaction of its own, after the fact.
 *
 * @param by who asked for it; null for the schedule and the command line
 * @param name of the archive; null where none was made
 * @param rows of all tables together
 * @param problem why none was made, as a key; null where one was
 */
public record BackupMade(
        @Nullable AccountView by,
        @Nullable String name,
        long rows,
        @Nullable String problem) {}
