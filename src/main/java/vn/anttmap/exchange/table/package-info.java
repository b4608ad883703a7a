/** What tables of every kind share: reading files and cells, and keeping a table between the look and the decision. */
@org.jspecify.annotations.NullMarked
package vn.anttmap.exchange.table;
