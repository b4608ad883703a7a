/** What the tests stand on: databases, the service as a process, a browser, and the rules of the module structure. */
@NullMarked
package vn.anttmap.testing;

import org.jspecify.annotations.NullMarked;
