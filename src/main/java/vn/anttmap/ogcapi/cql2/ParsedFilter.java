package vn.anttmap.ogcapi.cql2;

/** A filter as it was written, not yet checked. */
record ParsedFilter(Condition condition, Positions positions) {}
