package vn.anttmap.geo;

/** Typed coordinates that give no place in Vietnam, in neither order of the axes. */
public final class ImplausibleCoordinatesException extends IllegalArgumentException {

    public enum Reason {
        /** A value is missing, NaN or infinite. */
        NOT_A_NUMBER,
        /** The numbers are fine, the place is not in {@link VietnamBounds} either way round. */
        OUTSIDE_VIETNAM
    }

    private final Reason reason;

    ImplausibleCoordinatesException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
