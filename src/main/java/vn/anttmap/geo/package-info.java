/** Kernel: reference systems, geodesic measures, extents, GeoJSON and Vietnamese text; pure Java, uses no other module. */
@NullMarked
package vn.anttmap.geo;

import org.jspecify.annotations.NullMarked;
