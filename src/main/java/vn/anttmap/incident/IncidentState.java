package vn.anttmap.incident;

/** How far the handling of an incident has come. */
public enum IncidentState {
    RECEIVED,
    VERIFYING,
    RESOLVED,
    TRANSFERRED,
    NOT_A_CASE
}
