/** Local statistics of maps on plain arrays: spatial weights, Getis-Ord Gi and Gi*, local Moran, p-values. No Spring. */
@org.jspecify.annotations.NullMarked
package vn.anttmap.density.statistics;
