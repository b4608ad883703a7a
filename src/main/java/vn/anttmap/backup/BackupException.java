package vn.anttmap.backup;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A backup was not made; those made before are as they were. The message is English, for the log and the command line. */
final class BackupException extends RuntimeException {

    /** What is in the way. */
    enum Reason {
        RUNNING("backup-running"),
        FOLDER_FULL("backup-folder-full"),
        FOLDER_UNUSABLE("backup-folder-unusable"),
        NOT_WHOLE("backup-not-whole"),
        STOPPING("backup-stopping"),
        DATABASE("backup-database");

        private final String key;

        Reason(String key) {
            this.key = key;
        }

        /** Of the problem that a caller is told. */
        String key() {
            return key;
        }
    }

    private final Reason reason;

    BackupException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    static BackupException of(IOException failure, java.nio.file.Path folder) {
        String text = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        // As Linux and Windows say it; Java has no type for it.
        boolean full = text.contains("no space left")
                || text.contains("not enough space")
                || text.contains("quota exceeded")
                || text.contains("file too large");
        if (full) {
            return new BackupException(
                    Reason.FOLDER_FULL,
                    "no room left in " + folder + ": delete or move old archives, or name another folder",
                    failure);
        }
        String why = failure instanceof AccessDeniedException ? "may not be written by this user" : text;
        return new BackupException(Reason.FOLDER_UNUSABLE, folder + " cannot be used: " + why, failure);
    }
}
