/** Reading that takes long, done by a streaming replica where that shows nothing older than the primary would. */
@org.springframework.modulith.ApplicationModule(
        displayName = "replica",
        allowedDependencies = {"problem", "node", "access", "status"})
@org.jspecify.annotations.NullMarked
package vn.anttmap.replica;
