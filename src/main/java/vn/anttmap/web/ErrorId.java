package vn.anttmap.web;

import java.util.UUID;

/** The number that both a problem of the service and its line in the log carry. */
final class ErrorId {

    /** As the member of the problem document is called. */
    static final String MEMBER = "errorId";

    private ErrorId() {}

    static String next() {
        return UUID.randomUUID().toString();
    }
}
