package vn.anttmap.ogcapi;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import vn.anttmap.geo.GeoJsonGeometry;

/** Writes features as GeoJSON, straight into bytes that leave in portions: no tree of a page is ever made. */
final class ItemsWriter {

    private static final int PORTION = 1 << 15;

    private final List<Property> properties;
    private final ItemsQuery query;
    private final OutputStream target;
    private final StringBuilder out = new StringBuilder(2 * PORTION);

    ItemsWriter(List<Property> properties, ItemsQuery query, OutputStream target) {
        this.properties = properties;
        this.query = query;
        this.target = target;
    }

    void page(FeatureSource.Page page, List<Link> links, Instant now) throws IOException {
        out.append("{\"type\":\"FeatureCollection\",\"timeStamp\":\"").append(now);
        out.append("\",\"numberMatched\":").append(page.numberMatched());
        out.append(",\"numberReturned\":").append(page.items().size());
        links(links);
        out.append(",\"features\":[");
        boolean first = true;
        for (FeatureSource.Item item : page.items()) {
            out.append(first ? "\n" : ",\n");
            first = false;
            feature(item, List.of());
            if (out.length() >= PORTION) {
                send();
            }
        }
        out.append("\n]}\n");
        send();
    }

    void item(FeatureSource.Item item, List<Link> links) throws IOException {
        feature(item, links);
        out.append('\n');
        send();
    }

    private void feature(FeatureSource.Item item, List<Link> links) {
        out.append("{\"type\":\"Feature\",\"id\":");
        id(item.id());
        if (!links.isEmpty()) {
            links(links);
        }
        out.append(",\"geometry\":");
        geometry(item.geometry());
        out.append(",\"properties\":{");
        boolean first = true;
        for (int i = 0; i < properties.size(); i++) {
            Property property = properties.get(i);
            if (query.wants(property)) {
                out.append(first ? "\"" : ",\"").append(property.name()).append("\":");
                first = false;
                value(item.values()[i]);
            }
        }
        out.append("}}");
    }

    /** Numbers stay numbers, which tools keep as such. */
    private void id(String id) {
        if (Character.isDigit(id.charAt(0)) && id.indexOf('-') < 0) {
            out.append(id);
        } else {
            JsonText.append(out, id);
        }
    }

    private void geometry(@Nullable Geometry wgs84) {
        if (wgs84 == null || wgs84.isEmpty()) {
            out.append("null");
            return;
        }
        OgcCrs crs = query.crs();
        GeoJsonGeometry.append(out, crs.fromWgs84(wgs84), crs.decimals(), crs.northFirst());
    }

    private void value(@Nullable Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            out.append(value);
        } else {
            JsonText.append(out, value.toString());
        }
    }

    private void links(List<Link> links) {
        out.append(",\"links\":[");
        boolean first = true;
        for (Link link : links) {
            out.append(first ? "{\"href\":" : ",{\"href\":");
            first = false;
            JsonText.append(out, link.href());
            out.append(",\"rel\":\"").append(link.rel());
            out.append("\",\"type\":\"").append(link.type()).append("\",\"title\":");
            JsonText.append(out, link.title());
            out.append('}');
        }
        out.append(']');
    }

    private void send() throws IOException {
        target.write(out.toString().getBytes(StandardCharsets.UTF_8));
        out.setLength(0);
    }
}
