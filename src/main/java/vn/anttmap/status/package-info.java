/** How the service is: what an administrator sees of it, what a supervisor asks, and what is slow. */
@org.springframework.modulith.ApplicationModule(
        displayName = "status",
        allowedDependencies = {"problem", "access"})
@org.jspecify.annotations.NullMarked
package vn.anttmap.status;
