package vn.anttmap.geo;

/** A position the target system has no coordinates for; the message names the position and both systems. */
public final class CoordinateTransformException extends IllegalArgumentException {

    CoordinateTransformException(String message, Throwable cause) {
        super(message, cause);
    }

    CoordinateTransformException(String message) {
        super(message);
    }
}
