/** OGC API: every layer at one address, for QGIS, GDAL and whatever else speaks the standard; vector tiles in {@code tiles}. */
@org.springframework.modulith.ApplicationModule(
        displayName = "ogcapi",
        allowedDependencies = {
            "geo",
            "node",
            "access",
            "territory",
            "incident",
            "density",
            "movement",
            "exchange :: territoryimport",
            "safety",
            "live",
            "problem"
        })
@org.jspecify.annotations.NullMarked
package vn.anttmap.ogcapi;
