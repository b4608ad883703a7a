package vn.anttmap.geo;

/** A bounding box that cannot be read; the message says what to send instead. */
public final class BadExtentException extends IllegalArgumentException {

    private final String received;

    BadExtentException(String message, String received) {
        super(message);
        this.received = received;
    }

    /** The text as it arrived. */
    public String received() {
        return received;
    }
}
