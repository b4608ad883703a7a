package vn.anttmap.territory;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.anttmap.geo.GeoJsonGeometry;
import vn.anttmap.geo.Wgs84;

/** States of units as the files of gis-data have them; see gis-data/README.md. */
public final class UnitFile {

    private UnitFile() {}

    /** @param in not closed */
    public static List<NewUnit> read(InputStream in, JsonMapper json) {
        List<NewUnit> units = new ArrayList<>();
        for (JsonNode feature : json.readTree(in).required("features")) {
            units.add(unit(feature.required("properties"), boundary(feature)));
        }
        return units;
    }

    /** Polygons of a feature; null where it has none. */
    public static @Nullable MultiPolygon boundary(JsonNode feature) {
        JsonNode node = feature.required("geometry");
        if (node.isNull()) {
            return null;
        }
        Geometry geometry = GeoJsonGeometry.read(node.toString());
        return geometry instanceof Polygon polygon
                ? Wgs84.FACTORY.createMultiPolygon(new Polygon[] {polygon})
                : (MultiPolygon) geometry;
    }

    private static NewUnit unit(JsonNode properties, @Nullable MultiPolygon boundary) {
        List<NewUnit.Predecessor> predecessors = new ArrayList<>();
        for (JsonNode predecessor : properties.required("predecessors")) {
            predecessors.add(new NewUnit.Predecessor(text(predecessor, "key"), text(predecessor, "change")));
        }
        List<Population> population = new ArrayList<>();
        for (JsonNode figure : properties.required("population")) {
            population.add(new Population(
                    figure.required("year").asInt(),
                    figure.required("count").asInt(),
                    text(figure, "source"),
                    figure.required("synthetic").asBoolean()));
        }
        JsonNode area = properties.get("officialAreaSqKm");
        JsonNode households = properties.get("households");
        return new NewUnit(
                text(properties, "key"),
                UnitLevel.ofKey(text(properties, "level")),
                UnitKind.ofKey(text(properties, "kind")),
                given(properties, "code"),
                text(properties, "name"),
                text(properties, "fullName"),
                given(properties, "parentKey"),
                new Validity(day(properties, "validFrom"), day(properties, "validTo")),
                given(properties, "validitySource"),
                day(properties, "listedOn"),
                predecessors,
                area == null || area.isNull() ? null : area.asDouble(),
                given(properties, "officialAreaSource"),
                households == null || households.isNull() ? null : households.asInt(),
                given(properties, "householdsSource"),
                population,
                properties.required("synthetic").asBoolean(),
                given(properties, "syntheticNote"),
                boundary);
    }

    private static String text(JsonNode node, String name) {
        return node.required(name).asString();
    }

    private static @Nullable String given(JsonNode node, String name) {
        JsonNode value = node.get(name);
        return value == null || value.isNull() ? null : value.asString();
    }

    private static @Nullable LocalDate day(JsonNode node, String name) {
        String text = given(node, name);
        return text == null || text.isBlank() ? null : LocalDate.parse(text);
    }
}
