/** Tells open maps of new and changed incidents while they look on, across several nodes. */
@org.springframework.modulith.ApplicationModule(
        displayName = "live",
        allowedDependencies = {"problem", "node", "access", "incident", "status"})
@org.jspecify.annotations.NullMarked
package vn.anttmap.live;
