/**
 * Statistics of counts, on plain numbers: how sure a count is, how a rate looks with few cases, whether two periods differ.
 */
@org.jspecify.annotations.NullMarked
package vn.anttmap.density.rates;
