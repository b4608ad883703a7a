/** Files in and out: shapefiles so far. */
@org.springframework.modulith.ApplicationModule(
        displayName = "exchange",
        allowedDependencies = {"geo", "access", "territory", "incident", "density", "movement", "safety", "problem"})
@org.jspecify.annotations.NullMarked
package vn.anttmap.exchange;
