package vn.anttmap.ogcapi.cql2;

/** What kind of value a property or a literal is. */
public enum ValueType {
    TEXT,
    NUMBER,
    INTEGER,
    BOOLEAN,
    DATE,
    TIMESTAMP,
    GEOMETRY;

    boolean isNumeric() {
        return this == NUMBER || this == INTEGER;
    }

    boolean isTemporal() {
        return this == DATE || this == TIMESTAMP;
    }

    /** Whether two values can be compared: integers are numbers, but a date is no text. */
    boolean comparesWith(ValueType other) {
        return this == other || isNumeric() && other.isNumeric();
    }
}
