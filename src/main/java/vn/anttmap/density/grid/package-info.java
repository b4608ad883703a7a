/** Incidents counted in hexagons and squares of equal area on the metric grid of each province's VN-2000 zone. */
@org.springframework.modulith.NamedInterface("grid")
@org.jspecify.annotations.NullMarked
package vn.anttmap.density.grid;
