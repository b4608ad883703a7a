package vn.anttmap.ogcapi;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.anttmap.geo.CoverageSimplification;
import vn.anttmap.territory.VietnamTime;

/** What the pages of items show: a table, and shapes for the map that are no finer than a screen. */
@Component
class ItemPages {

    private static final double METERS_PER_DEGREE = 111_320;

    /** Of a map, in pixels. */
    private static final double WIDTH = 1_500;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    private final MessageSource messages;

    ItemPages(MessageSource messages) {
        this.messages = messages;
    }

    /** A row of the table. */
    record Row(String id, String href, List<String> cells) {}

    /** A line of the table of one feature. */
    record Entry(String title, String name, String value) {}

    /** Everything of a feature, in one system. */
    static ItemsQuery all(OgcCrs crs) {
        return new ItemsQuery(1, null, null, Map.of(), null, List.of(), null, crs, null, "");
    }

    void items(
            Model model,
            Collections.Description collection,
            ItemsQuery query,
            FeatureSource.Page page,
            Links links,
            List<Link> all) {
        common(model, collection, links, all, page.items());
        List<Property> shown =
                collection.properties().stream().filter(query::wants).toList();
        List<Row> rows = new ArrayList<>();
        for (FeatureSource.Item item : page.items()) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < item.values().length; i++) {
                if (query.wants(collection.properties().get(i))) {
                    cells.add(text(item.values()[i]));
                }
            }
            rows.add(new Row(
                    item.id(), links.root() + "/collections/" + collection.key() + "/items/" + item.id(), cells));
        }
        model.addAttribute("properties", shown);
        model.addAttribute("rows", rows);
        model.addAttribute("numberMatched", page.numberMatched());
    }

    void item(Model model, Collections.Description collection, FeatureSource.Item item, Links links, List<Link> all) {
        common(model, collection, links, all, List.of(item));
        Locale locale = LocaleContextHolder.getLocale();
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < item.values().length; i++) {
            Property property = collection.properties().get(i);
            entries.add(new Entry(property.title(messages, locale), property.name(), text(item.values()[i])));
        }
        model.addAttribute("entries", entries);
        model.addAttribute("featureId", item.id());
    }

    private static void common(
            Model model,
            Collections.Description collection,
            Links links,
            List<Link> all,
            List<FeatureSource.Item> items) {
        model.addAttribute("root", links.root());
        model.addAttribute("links", all);
        model.addAttribute("collection", collection);
        model.addAttribute("shapes", shapes(items));
    }

    private String text(@Nullable Object value) {
        Locale locale = LocaleContextHolder.getLocale();
        if (value == null) {
            return "";
        }
        if (value instanceof Boolean truth) {
            return messages.getMessage(truth ? "ogc.yes" : "ogc.no", null, locale);
        }
        if (value instanceof Instant instant) {
            return TIME.format(ZonedDateTime.ofInstant(instant, VietnamTime.ZONE));
        }
        if (value instanceof java.time.LocalDate day) {
            return DAY.format(day);
        }
        return value instanceof Double number ? String.format(locale, "%,.3f", number) : value.toString();
    }

    /** Ids and simplified geometries as GeoJSON; null where there is nothing to draw. */
    private static @Nullable String shapes(List<FeatureSource.Item> items) {
        Envelope box = new Envelope();
        items.forEach(item -> {
            if (item.geometry() != null) {
                box.expandToInclude(item.geometry().getEnvelopeInternal());
            }
        });
        if (box.isNull()) {
            return null;
        }
        double toleranceDegrees = Math.max(box.getWidth(), box.getHeight()) / WIDTH;
        List<@Nullable Geometry> geometries = new ArrayList<>();
        items.forEach(item -> geometries.add(item.geometry()));
        List<@Nullable Geometry> simple = simplified(geometries, toleranceDegrees);
        List<FeatureSource.Item> drawn = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (simple.get(i) != null) {
                drawn.add(new FeatureSource.Item(items.get(i).id(), simple.get(i), new Object[0], null));
            }
        }
        ItemsQuery query = new ItemsQuery(1, null, null, Map.of(), null, List.of(), Set.of(), OgcCrs.CRS84, null, "");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new ItemsWriter(List.of(), query, bytes)
                    .page(new FeatureSource.Page(drawn, drawn.size(), null), List.of(), Instant.EPOCH);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static List<@Nullable Geometry> simplified(List<@Nullable Geometry> geometries, double toleranceDegrees) {
        if (geometries.stream().allMatch(each -> each == null || each instanceof Polygonal)) {
            return CoverageSimplification.simplify(geometries, toleranceDegrees * METERS_PER_DEGREE);
        }
        List<@Nullable Geometry> simple = new ArrayList<>();
        geometries.forEach(each -> simple.add(
                each == null || each.getDimension() != 1
                        ? each
                        : DouglasPeuckerSimplifier.simplify(each, toleranceDegrees)));
        return simple;
    }
}
