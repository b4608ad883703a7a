package vn.anttmap.geo;

/** A reference system this service does not offer. */
public final class UnknownCoordinateSystemException extends IllegalArgumentException {

    private final String code;

    UnknownCoordinateSystemException(String code) {
        super("Reference system \"" + code + "\" is not offered; send one of "
                + String.join(
                        ", ",
                        CoordinateSystems.list().stream()
                                .map(CoordinateSystem::code)
                                .toList())
                + ".");
        this.code = code;
    }

    /** The code as it arrived. */
    public String code() {
        return code;
    }
}
