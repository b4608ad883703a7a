/** The demonstration: loads gis-data and the demo accounts into a new database, and removes them again. */
@org.springframework.modulith.ApplicationModule(displayName = "demo")
@org.jspecify.annotations.NullMarked
package vn.anttmap.demo;
