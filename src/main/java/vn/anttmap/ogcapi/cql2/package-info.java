/**
 * Filters in CQL2 (OGC 21-065r2), text and JSON: read into one tree, checked against queryables, then SQL with bound values
 * for both databases or an answer from memory.
 */
@org.jspecify.annotations.NullMarked
package vn.anttmap.ogcapi.cql2;
