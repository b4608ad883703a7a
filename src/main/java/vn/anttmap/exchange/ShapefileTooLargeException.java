package vn.anttmap.exchange;

/** A shapefile would pass the 2 GB that the format and most readers allow for each of its files. */
final class ShapefileTooLargeException extends RuntimeException {

    ShapefileTooLargeException(String file, long limitBytes) {
        super("The " + file + " part would be larger than " + limitBytes
                + " bytes, the most a shapefile may hold; ask for a smaller area or a shorter period.");
    }
}
