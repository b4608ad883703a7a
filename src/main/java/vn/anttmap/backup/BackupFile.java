package vn.anttmap.backup;

import java.time.Instant;

/**
 * A whole archive in the folder.
 *
 * @param name of the file
 * @param takenAt when it was begun, by its name
 */
public record BackupFile(String name, Instant takenAt, long bytes) {}
