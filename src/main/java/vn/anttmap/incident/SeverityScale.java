package vn.anttmap.incident;

/** The scales that a severity can be on; each category has one. */
public enum SeverityScale {
    CRIME,
    TRAFFIC,
    FIRE,
    /** Categories without severities. */
    NONE
}
