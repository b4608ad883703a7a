package vn.anttmap.exchange.territoryimport;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.ArrayList;
import java.util.Comparator;
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
import vn.anttmap.exchange.territoryimport.CountEffect.AreaCount;
import vn.anttmap.exchange.territoryimport.CountEffect.MoveCount;
import vn.anttmap.geo.GeoJsonGeometry;
import vn.anttmap.geo.GeodesicMeasure;
import vn.anttmap.geo.ManyAtOnce;
import vn.anttmap.territory.UnitRef;

/** What the page shows of a look. Geometries are for the map: simplified to about a metre. */
record LookView(
        UUID importId,
        UnitRef unit,
        String format,
        int changes,
        int movingIncidents,
        EffectView effect,
        Map<String, Long> counts,
        TextView text,
        SystemView system,
        ColumnsView columns,
        int areasLeftOut,
        List<AreaView> areas,
        List<IssueView> issues) {

    /** A page of more serves nobody; those that are refused or change come first. */
    static final int MOST_AREAS = 3_000;

    private static final List<Area.Status> SHOWN_FIRST = List.of(
            Area.Status.REFUSED, Area.Status.CHANGED, Area.Status.ENDED, Area.Status.ADDED, Area.Status.UNCHANGED);
    private static final double SHOWN_DEGREES = 1e-5;
    private static final int DECIMALS = 6;

    /** @param areas whose number differs; before or after is null where there is no such area */
    record EffectView(List<AreaCount> areas, List<MoveCount> moves) {}

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
            @Nullable Double lengthKm,
            List<LinkView> links,
            List<RepairView> repairs,
            List<IssueView> issues,
            @JsonRawValue String geometry) {}

    /** An area on record that it follows. @param evidence ground, column or hand @param percent of that area in this one */
    record LinkView(long id, String fullName, String change, String evidence, int percent) {}

    static LookView of(Look look, MessageSource messages, Locale locale) {
        Words words = new Words(messages, locale);
        List<Area> shown = look.areas();
        if (shown.size() > MOST_AREAS) {
            shown = shown.stream()
                    .sorted(Comparator.comparingInt(area -> SHOWN_FIRST.indexOf(area.status)))
                    .limit(MOST_AREAS)
                    .toList();
        }
        return new LookView(
                look.id(),
                look.unit().ref(),
                look.format(),
                look.changes(),
                look.effect().moving(),
                new EffectView(look.effect().areas(), look.effect().moves()),
                look.areas().stream().collect(Collectors.groupingBy(area -> key(area.status), Collectors.counting())),
                text(look.text()),
                system(look.system(), look.outlines(), words),
                columns(look.columns()),
                look.areas().size() - shown.size(),
                ManyAtOnce.map(shown, area -> area(area, words)),
                issues(look.issues(), words));
    }

    static TextView text(TextGuess text) {
        return new TextView(
                text.reading().key(),
                text.overruled(),
                text.doubtful(),
                text.declared(),
                text.lying(),
                text.options().stream()
                        .map(option -> new TextOption(
                                option.reading().key(), option.words(), option.possible(), option.sample()))
                        .toList());
    }

    static SystemView system(SystemGuess guess, List<Geometry> outlines, Words words) {
        List<SystemOption> systems = new ArrayList<>();
        for (int i = 0; i < guess.options().size(); i++) {
            SystemGuess.Option option = guess.options().get(i);
            systems.add(new SystemOption(
                    option.system().code(),
                    option.system().name(),
                    option.swapped(),
                    (int) Math.round(option.fit() * 100),
                    json(outlines.get(i))));
        }
        return new SystemView(
                guess.taken().system().code(),
                guess.taken().swapped(),
                guess.overruled(),
                guess.doubtful(),
                guess.declared(),
                guess.remarks().stream()
                        .map(remark -> words.say("remark." + remark))
                        .toList(),
                systems);
    }

    static ColumnsView columns(ColumnGuess columns) {
        return new ColumnsView(
                columns.names(),
                columns.columns().entrySet().stream()
                        .collect(Collectors.toMap(entry -> entry.getKey().key(), Map.Entry::getValue)),
                columns.overruled().stream().map(Meaning::key).toList());
    }

    static List<IssueView> issues(List<Issue> issues, Words words) {
        return issues.stream().map(issue -> issue(issue, words)).toList();
    }

    record Words(MessageSource messages, Locale locale) {

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
                null,
                area.links.stream()
                        .map(link -> new LinkView(
                                link.before().id(),
                                link.before().fullName(),
                                link.change(),
                                link.evidence().key(),
                                link.percent()))
                        .toList(),
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

    static String key(Area.Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    static String json(@Nullable Geometry geometry) {
        if (geometry == null || geometry.isEmpty()) {
            return "null";
        }
        Geometry shown = geometry.getNumPoints() > 200
                ? TopologyPreservingSimplifier.simplify(geometry, SHOWN_DEGREES)
                : geometry;
        return GeoJsonGeometry.write(shown, DECIMALS);
    }
}
