/** A year of the title as a table: each area with its status, its papers, what is missing and what is late. */
@org.jspecify.annotations.NullMarked
package vn.anttmap.exchange.safetytable;
