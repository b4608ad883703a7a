package vn.anttmap.backup;

/** A file is no whole archive; the message says in English what is wrong with it. */
final class DamagedArchiveException extends Exception {

    DamagedArchiveException(String message) {
        super(message);
    }

    DamagedArchiveException(String message, Throwable cause) {
        super(message, cause);
    }
}
