/** Counts and rates of incidents. */
@org.springframework.modulith.ApplicationModule(
        displayName = "density",
        allowedDependencies = {"geo", "access", "territory", "incident", "problem"})
@org.jspecify.annotations.NullMarked
package vn.anttmap.density;
