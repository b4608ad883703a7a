/** The beginning of a real installation: the country's list of units, the places it is for, what is still missing. */
@org.springframework.modulith.ApplicationModule(
        displayName = "setup",
        allowedDependencies = {"problem", "geo", "node", "access", "territory", "incident"})
@org.jspecify.annotations.NullMarked
package vn.anttmap.setup;
