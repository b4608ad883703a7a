package vn.anttmap.ogcapi;

/** What documents are called on the way. */
final class MediaTypes {

    static final String JSON = "application/json";
    static final String GEO_JSON = "application/geo+json";
    static final String SCHEMA = "application/schema+json";
    static final String HTML = "text/html";
    static final String OPEN_API = "application/vnd.oai.openapi+json;version=3.0";

    private MediaTypes() {}
}
