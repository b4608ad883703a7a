/** Period reports as documents: figures of a ground and a period, edited text, and the layout of Nghị định 30/2020. */
@org.springframework.modulith.ApplicationModule(
        displayName = "report",
        allowedDependencies = {
            "geo",
            "node",
            "access",
            "territory",
            "incident",
            "density",
            "movement",
            "safety",
            "problem"
        })
@org.jspecify.annotations.NullMarked
package vn.anttmap.report;
