package vn.anttmap.safety;

/** How a criterion is judged. A status comes only from a recorded decision, whatever is computed. */
public enum JudgedBy {
    /** By a person, with a document. */
    ATTESTED,
    /** By a person, beside a figure computed from the registers. */
    HINT,
    /** By two counts, such as households registered of all. */
    THRESHOLD
}
