package vn.anttmap.geo;

/** A GeoJSON geometry that cannot be read; the message says why. */
public final class BadGeoJsonException extends IllegalArgumentException {

    BadGeoJsonException(String message, Throwable cause) {
        super(message, cause);
    }

    BadGeoJsonException(String message) {
        super(message);
    }
}
