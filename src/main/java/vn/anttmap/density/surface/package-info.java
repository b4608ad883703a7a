/** The density of incidents as a continuous surface: kernel estimates on a metric grid, with contours and pictures. */
@org.springframework.modulith.NamedInterface("surface")
@org.jspecify.annotations.NullMarked
package vn.anttmap.density.surface;
