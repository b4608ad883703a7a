/** Files in and out: the shapefile writer. May use geo, access, territory, incident, density, movement and safety. */
@NullMarked
package vn.anttmap.exchange;

import org.jspecify.annotations.NullMarked;
