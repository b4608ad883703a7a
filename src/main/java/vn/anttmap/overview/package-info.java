/** The first page of a leader: the year's titles, what is late, where incidents rise, the newest marks by area. */
@org.springframework.modulith.ApplicationModule(
        displayName = "overview",
        allowedDependencies = {"geo", "access", "territory", "incident", "safety", "problem"})
@org.jspecify.annotations.NullMarked
package vn.anttmap.overview;
