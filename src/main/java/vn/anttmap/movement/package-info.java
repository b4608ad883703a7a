/** Local forces and what they do: security teams, and the registers of the movement with what they come to. */
@org.springframework.modulith.ApplicationModule(
        displayName = "movement",
        allowedDependencies = {"geo", "access", "territory", "problem"})
@org.jspecify.annotations.NullMarked
package vn.anttmap.movement;
