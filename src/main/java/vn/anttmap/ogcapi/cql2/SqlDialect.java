package vn.anttmap.ogcapi.cql2;

/** What the two databases write differently. */
public enum SqlDialect {
    /** Compares texts by their characters already; its spatial predicates say false where one geometry is missing. */
    H2GIS("", true),
    /** Without a collation the order of texts would be that of the database's locale. */
    POSTGIS(" collate \"C\"", false);

    private final String collation;
    private final boolean missingGeometryIsFalse;

    SqlDialect(String collation, boolean missingGeometryIsFalse) {
        this.collation = collation;
        this.missingGeometryIsFalse = missingGeometryIsFalse;
    }

    /** Stands behind a text that is compared by order. */
    String collation() {
        return collation;
    }

    /** Else a spatial predicate of null is null, as SQL has it. */
    boolean missingGeometryIsFalse() {
        return missingGeometryIsFalse;
    }
}
