/** Makes the files of {@code gis-data} from {@code gis-data/sources} and tests them; used by no other package. */
@NullMarked
package vn.anttmap.gisdata;

import org.jspecify.annotations.NullMarked;
