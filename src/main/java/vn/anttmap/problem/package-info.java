/** What can go wrong in a way that the caller can mend: one exception type that every module may throw. */
@org.springframework.modulith.ApplicationModule(
        displayName = "problem",
        allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package vn.anttmap.problem;
