/** Helpers shared by the tests of several modules. */
@NullMarked
package vn.anttmap.testing;

import org.jspecify.annotations.NullMarked;
