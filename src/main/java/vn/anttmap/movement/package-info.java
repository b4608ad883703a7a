/** Local forces and what they do: security teams so far. */
@org.springframework.modulith.ApplicationModule(
        displayName = "movement",
        allowedDependencies = {"geo", "access", "territory", "problem"})
@org.jspecify.annotations.NullMarked
package vn.anttmap.movement;
