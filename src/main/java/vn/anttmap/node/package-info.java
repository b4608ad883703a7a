/**
 * This process as one of those that share a database: its name, whose turn a job is, what may be remembered of a reading and
 * for how long, and that what was committed is on the disk before it is acknowledged.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "node",
        allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package vn.anttmap.node;
