/**
 * Files in and out: layers in five formats, tables of incidents in {@code incidenttable} and of the movement in
 * {@code registertable}, boundaries in {@code territoryimport}.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "exchange",
        allowedDependencies = {
            "geo",
            "node",
            "access",
            "territory",
            "incident",
            "density",
            "density :: grid",
            "density :: surface",
            "movement",
            "safety",
            "problem",
            "status"
        })
@org.jspecify.annotations.NullMarked
package vn.anttmap.exchange;
