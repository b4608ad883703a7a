/** Who did, saw and took what, when and from where: listens to events of the other modules, adds to the trail and seals it. */
@org.springframework.modulith.ApplicationModule(
        displayName = "audit",
        allowedDependencies = {
            "problem",
            "node",
            "access",
            "territory",
            "incident",
            "boundarychange",
            "movement",
            "safety",
            "drawing",
            "exchange",
            "report",
            "setup",
            "status",
            "backup"
        })
@org.jspecify.annotations.NullMarked
package vn.anttmap.audit;
