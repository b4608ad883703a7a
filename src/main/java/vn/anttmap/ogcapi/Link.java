package vn.anttmap.ogcapi;

import java.util.LinkedHashMap;
import java.util.Map;

/** A link of a document. */
record Link(String href, String rel, String type, String title) {

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("href", href);
        json.put("rel", rel);
        json.put("type", type);
        json.put("title", title);
        return json;
    }
}
