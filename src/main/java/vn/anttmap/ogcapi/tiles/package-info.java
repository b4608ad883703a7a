/** Vector tiles: written, kept and renewed here; which they are stands in docs/decisions/0027-vector-tiles.md. */
@org.jspecify.annotations.NullMarked
package vn.anttmap.ogcapi.tiles;
