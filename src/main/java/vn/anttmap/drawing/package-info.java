/** Residential areas and road segments that a planner draws or redraws on the map: looked at, stored, taken back. */
@org.springframework.modulith.ApplicationModule(
        displayName = "drawing",
        allowedDependencies = {"geo", "access", "territory", "incident", "problem"})
@org.jspecify.annotations.NullMarked
package vn.anttmap.drawing;
