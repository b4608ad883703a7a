/** Hot and cold spots, clusters and outliers of areas and of grids, with method, settings, sample and words. */
@org.jspecify.annotations.NullMarked
package vn.anttmap.density.hotspot;
