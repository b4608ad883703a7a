package vn.anttmap.backup;

/** A command was not carried out; the message says in English why and what to do, and nothing was changed. */
final class CommandException extends RuntimeException {

    CommandException(String message) {
        super(message);
    }

    CommandException(String message, Throwable cause) {
        super(message, cause);
    }
}
