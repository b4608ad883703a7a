/** The incident register: marking, correcting, following up, listing and counting incidents. */
@org.springframework.modulith.ApplicationModule(
        displayName = "incident",
        allowedDependencies = {"geo", "node", "access", "territory", "problem", "replica"})
@org.jspecify.annotations.NullMarked
package vn.anttmap.incident;
