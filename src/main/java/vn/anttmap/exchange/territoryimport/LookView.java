package vn.anttmap.exchange.territoryimport;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;
import org.springframework.context.MessageSource;
import vn.anttmap.exchange.territoryimport.ColumnGuess.Meaning;
import vn.anttmap.geo.GeoJsonGeometry;
import vn.anttmap.geo.GeodesicMeasure;
import vn.anttmap.territory.UnitRef;

/** What the page shows of a look. Geometries are for the map: simplified to about a metre. */
record LookView(
        UUID importId,
        UnitRef unit,
        String format,
        int changes,
        int movingIncidents,
        Map<String, Long> counts,
        TextView text,
        SystemView system,
        ColumnsView columns,
        List<AreaView> areas,
        List<IssueView> issues) {

    private static final double SHOWN_DEGREES = 1e-5;
    private static final int DECIMALS = 6;

    record TextView(
            String reading,
            boolean overruled,
            boolean doubtful,
            @Nullable String declared,
            boolean lying,
            List<TextOption> options) {}

    record TextOption(String reading, int words, int possible, List<String> sample) {}

    record SystemView(
            String crs,
            boolean swapped,
            boolean overruled,
            boolean doubtful,
            boolean declared,
            List<String> remarks,
            List<SystemOption> options) {}

    /** @param fitPercent share of the places that fall on the ground */
    record SystemOption(
            String crs,
            String name,
            boolean swapped,
            int fitPercent,
            @JsonRawValue String outline) {}

    record ColumnsView(List<String> names, Map<String, Integer> columns, List<String> overruled) {}

    record RepairView(String text, double areaBeforeSqM, double areaAfterSqM) {}

    record IssueView(
            String text,
            boolean refuses,
            @Nullable Double longitude,
            @Nullable Double latitude) {}

    record AreaView(
            int number,
            String status,
            String fullName,
            @Nullable String before,
            @Nullable String commune,
            List<String> differences,
            @Nullable Double areaSqKm,
            List<RepairView> repairs,
            List<IssueView> issues,
            @JsonRawValue String geometry) {}

    static LookView of(Look look, MessageSource messages, Locale locale) {
        Words words = new Words(messages, locale);
        List<SystemOption> systems = new ArrayList<>();
        for (int i = 0; i < look.system().options().size(); i++) {
            SystemGuess.Option option = look.system().options().get(i);
            systems.add(new SystemOption(
                    option.system().code(),
                    option.system().name(),
                    option.swapped(),
                    (int) Math.round(option.fit() * 100),
                    json(look.outlines().get(i))));
        }
        return new LookView(
                look.id(),
                look.unit().ref(),
                look.format(),
                look.changes(),
                look.moving(),
                look.areas().stream().collect(Collectors.groupingBy(area -> key(area.status), Collectors.counting())),
                new TextView(
                        look.text().reading().key(),
                        look.text().overruled(),
                        look.text().doubtful(),
                        look.text().declared(),
                        look.text().lying(),
                        look.text().options().stream()
                                .map(option -> new TextOption(
                                        option.reading().key(), option.words(), option.possible(), option.sample()))
                                .toList()),
                new SystemView(
                        look.system().taken().system().code(),
                        look.system().taken().swapped(),
                        look.system().overruled(),
                        look.system().doubtful(),
                        look.system().declared(),
                        look.system().remarks().stream()
                                .map(remark -> words.say("remark." + remark))
                                .toList(),
                        systems),
                new ColumnsView(
                        look.columns().names(),
                        look.columns().columns().entrySet().stream()
                                .collect(
                                        Collectors.toMap(entry -> entry.getKey().key(), Map.Entry::getValue)),
                        look.columns().overruled().stream().map(Meaning::key).toList()),
                look.areas().stream().map(area -> area(area, words)).toList(),
                look.issues().stream().map(issue -> issue(issue, words)).toList());
    }

    private record Words(MessageSource messages, Locale locale) {

        String say(String key, Object... values) {
            return messages.getMessage("import." + key, values, locale);
        }
    }

    private static AreaView area(Area area, Words words) {
        return new AreaView(
                area.number,
                key(area.status),
                area.fullName(),
                area.before == null ? null : area.before.fullName(),
                area.commune == null ? null : area.commune.fullName(),
                area.differences,
                area.geometry == null ? null : GeodesicMeasure.areaSqKm(area.geometry),
                area.repairs.stream()
                        .map(step -> new RepairView(
                                words.say("rule." + step.rule()), step.areaBeforeSqM(), step.areaAfterSqM()))
                        .toList(),
                area.issues.stream().map(issue -> issue(issue, words)).toList(),
                json(area.geometry));
    }

    private static IssueView issue(Issue issue, Words words) {
        Coordinate place = issue.place();
        return new IssueView(
                words.say("issue." + issue.key(), issue.values().toArray()),
                issue.refuses(),
                place == null ? null : place.x,
                place == null ? null : place.y);
    }

    private static String key(Area.Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    private static String json(@Nullable Geometry geometry) {
        if (geometry == null || geometry.isEmpty()) {
            return "null";
        }
        Geometry shown = geometry.getNumPoints() > 200
                ? TopologyPreservingSimplifier.simplify(geometry, SHOWN_DEGREES)
                : geometry;
        return GeoJsonGeometry.write(shown, DECIMALS);
    }
}
