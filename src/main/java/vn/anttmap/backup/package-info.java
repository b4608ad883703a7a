/**
 * Archives of the whole database while the service runs, their restoring into either database, the move from one to the
 * other, and upgrades that leave the service upgraded or as it was.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "backup",
        allowedDependencies = {"problem", "node", "access", "status", "embedded"})
@org.jspecify.annotations.NullMarked
package vn.anttmap.backup;
