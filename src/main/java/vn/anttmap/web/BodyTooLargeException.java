package vn.anttmap.web;

import java.io.IOException;

/** A request body grew beyond what the interface reads. */
final class BodyTooLargeException extends IOException {

    private final int largestBytes;

    BodyTooLargeException(int largestBytes) {
        super("body is larger than " + largestBytes + " bytes");
        this.largestBytes = largestBytes;
    }

    int largestBytes() {
        return largestBytes;
    }
}
