package vn.anttmap.status;

/**
 * What a module tells on the administrator's status page. A bean of this type is all it takes; its texts are
 * {@code status.part.<key>} and {@code status.line.<line>} in the message files.
 */
public interface StatusPart {

    /** Lower case with hyphens, such as {@code backup}; also the order on the page, after those of the service itself. */
    String key();

    /** Asked each time somebody looks: quick, and without personal data. A failure is shown as a warning. */
    StatusReport report();
}
