/** Administrative units, residential areas and road segments through time, and "which area is this point in, on that day". */
@org.springframework.modulith.ApplicationModule(
        displayName = "territory",
        allowedDependencies = {"geo", "node", "access", "problem", "replica"})
@org.jspecify.annotations.NullMarked
package vn.anttmap.territory;
