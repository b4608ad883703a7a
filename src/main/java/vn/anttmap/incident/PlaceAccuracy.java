package vn.anttmap.incident;

/** How exact the place of an incident is. */
public enum PlaceAccuracy {
    EXACT,
    STREET,
    AREA,
    UNKNOWN;

    /** Whether figures finer than a residential area may use the place. */
    public boolean finerThanArea() {
        return this == EXACT || this == STREET;
    }
}
