/** Merge, split, rename and boundary change of communes and residential areas on a day: looked at, stored, taken back. */
@org.springframework.modulith.ApplicationModule(
        displayName = "boundarychange",
        allowedDependencies = {"geo", "access", "territory", "incident", "problem"})
@org.jspecify.annotations.NullMarked
package vn.anttmap.boundarychange;
