/** Files of residential areas: looked at with what had to be guessed, stored as a whole, taken back as a whole. */
@org.springframework.modulith.NamedInterface("territoryimport")
@org.jspecify.annotations.NullMarked
package vn.anttmap.exchange.territoryimport;
