package vn.anttmap.ogcapi.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import vn.anttmap.access.Right;
import vn.anttmap.access.Role;
import vn.anttmap.testing.DemoServiceContract;

/**
 * Random requests of every role, area and output against a model that knows the tables and the design's table of rights, and
 * nothing of the service. {@code -Dantt.ogc.rights=100000} asks so many; the default is short.
 */
abstract class OutputRightsContract extends DemoServiceContract {

    private static final int REQUESTS = Integer.getInteger("antt.ogc.rights", 300);
    private static final long SEED = Long.getLong("antt.ogc.seed", 20261123);
    private static final LocalDate TODAY = LocalDate.now(java.time.ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final Set<String> RESTRICTED = Set.of("ANCT", "ANBG");
    private static final List<String> LAYERS = List.of(
            "provinces",
            "districts",
            "communes",
            "residential-areas",
            "villages",
            "residential-blocks",
            "road-segments",
            "security-teams",
            "incidents");

    @Autowired
    private JdbcTemplate template;

    private final List<Person> people = new ArrayList<>();
    private final Map<Long, Unit> units = new HashMap<>();
    private final List<Case> cases = new ArrayList<>();
    private final Map<Long, List<Long>> follows = new HashMap<>();

    private record Unit(
            long id,
            String level,
            String kind,
            @Nullable Long parent,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        boolean holds(LocalDate day) {
            return (from == null || !from.isAfter(day)) && (to == null || to.isAfter(day));
        }
    }

    private record Case(String id, long commune, String category, double longitude, double latitude, LocalDate day) {}

    private record Person(String name, Role role, boolean points, boolean restricted, Set<Long> named) {

        boolean sees(String layer) {
            return layer.equals("provinces") || role != Role.ADMINISTRATOR;
        }

        boolean places() {
            return role == Role.OFFICER || points && role != Role.ADMINISTRATOR;
        }
    }

    @BeforeEach
    void readTheTables() {
        template.query("select id, level, kind, parent_id, valid_from, valid_to from territorial_unit", row -> {
            long parent = row.getLong(4);
            Long above = row.wasNull() ? null : parent;
            units.put(
                    row.getLong(1),
                    new Unit(
                            row.getLong(1),
                            row.getString(2),
                            row.getString(3),
                            above,
                            row.getObject(5, LocalDate.class),
                            row.getObject(6, LocalDate.class)));
        });
        template.query("select predecessor_id, successor_id, change from unit_succession", row -> {
            if (!row.getString(3).equalsIgnoreCase("part")) {
                follows.computeIfAbsent(row.getLong(1), id -> new ArrayList<>()).add(row.getLong(2));
            }
        });
        template.query(
                "select cast(id as varchar(36)), register_commune_id, category, st_x(position), st_y(position), local_date"
                        + " from incident where withdrawn = false and state <> 'NOT_A_CASE'",
                row -> {
                    cases.add(new Case(
                            row.getString(1),
                            row.getLong(2),
                            row.getString(3),
                            row.getDouble(4),
                            row.getDouble(5),
                            row.getObject(6, LocalDate.class)));
                });
        List<Long> places = new ArrayList<>(
                cases.stream().map(Case::commune).collect(Collectors.toCollection(java.util.TreeSet::new)));
        List<Long> above = places.stream().map(this::top).distinct().toList();
        for (Role role : Role.values()) {
            for (int rights = 0; rights < 4; rights++) {
                boolean points = (rights & 1) > 0;
                boolean restricted = (rights & 2) > 0;
                for (Set<Long> named :
                        List.of(Set.<Long>of(), Set.of(places.get(0)), Set.of(above.get(0)), new HashSet<>(above))) {
                    people.add(person(role, points, restricted, named));
                }
            }
        }
    }

    private Person person(Role role, boolean points, boolean restricted, Set<Long> named) {
        String name = "rights-" + people.size() + "-" + role.name().toLowerCase(Locale.ROOT);
        Set<Right> extra = new HashSet<>();
        if (points) {
            extra.add(Right.SEE_INCIDENT_POINTS);
        }
        if (restricted) {
            extra.add(Right.SEE_RESTRICTED_CATEGORIES);
        }
        // Without a slow hash, which would take most of the time; they go when the test is over.
        jdbc.sql("insert into account (username, display_name, password_hash, role, extra_rights, created_at) values"
                        + " (?, ?, ?, ?, ?, current_timestamp)")
                .params(
                        name,
                        name,
                        "{noop}" + name,
                        role.name(),
                        extra.stream().map(Right::name).collect(Collectors.joining(",")))
                .update();
        int position = 0;
        for (long unit : named) {
            jdbc.sql("insert into account_jurisdiction (account_id, position, unit_id)"
                            + " select id, ?, ? from account where username = ?")
                    .params(position++, unit, name)
                    .update();
        }
        return new Person(name, role, points, restricted, named);
    }

    @AfterEach
    void asItWas() {
        jdbc.sql("delete from account_jurisdiction where account_id in"
                        + " (select id from account where username like 'rights-%')")
                .update();
        jdbc.sql("delete from account where username like 'rights-%'").update();
    }

    private long top(long id) {
        Long parent = units.get(id).parent();
        return parent == null ? id : top(parent);
    }

    /** Named units, what lies in them, and what became of them as a whole; any number of times. */
    private Set<Long> territory(Person person) {
        Set<Long> reached = new HashSet<>();
        Deque<Long> open = new ArrayDeque<>(person.named());
        while (!open.isEmpty()) {
            long id = open.pop();
            if (reached.add(id)) {
                units.values().stream()
                        .filter(unit -> unit.parent() != null && unit.parent() == id)
                        .forEach(unit -> open.push(unit.id()));
                open.addAll(follows.getOrDefault(id, List.of()));
            }
        }
        return reached;
    }

    private Map<String, Case> allowedCases(Person person, Set<Long> territory) {
        return cases.stream()
                .filter(one -> person.role() != Role.ADMINISTRATOR)
                .filter(one -> territory.contains(one.commune()))
                .filter(one -> person.restricted() || !RESTRICTED.contains(one.category()))
                .collect(Collectors.toMap(Case::id, one -> one));
    }

    private boolean inLayer(Unit unit, String layer) {
        return switch (layer) {
            case "provinces" -> unit.level().equals("PROVINCE");
            case "districts" -> unit.level().equals("DISTRICT");
            case "communes" -> unit.level().equals("COMMUNE");
            case "residential-areas" -> unit.level().equals("RESIDENTIAL_AREA");
            case "villages" ->
                unit.level().equals("RESIDENTIAL_AREA")
                        && Set.of("THON", "XOM", "BAN", "LANG").contains(unit.kind());
            case "residential-blocks" ->
                unit.level().equals("RESIDENTIAL_AREA")
                        && !Set.of("THON", "XOM", "BAN", "LANG").contains(unit.kind());
            default -> false;
        };
    }

    @Test
    void nothingComesOutThatTheModelDoesNotAllow() {
        Random random = new Random(SEED);
        Map<String, Integer> asked = new HashMap<>();
        Map<Person, Set<Long>> territories = new HashMap<>();
        for (int i = 0; i < REQUESTS; i++) {
            Person person = people.get(random.nextInt(people.size()));
            Set<Long> territory = territories.computeIfAbsent(person, this::territory);
            String layer = LAYERS.get(random.nextInt(LAYERS.size()));
            int output = random.nextInt(6);
            asked.merge(String.valueOf(output), 1, Integer::sum);
            switch (output) {
                case 0 -> collections(person, territory);
                case 1 -> description(person, layer, territory);
                case 2, 3 -> items(random, person, layer, territory);
                case 4 -> item(random, person, layer, territory);
                default -> tile(random, person, layer, territory);
            }
        }
        System.out.println("rights: " + REQUESTS + " requests of " + people.size() + " accounts, by output " + asked);
    }

    private void collections(Person person, Set<Long> territory) {
        JsonNode answer = json(as(person.name()).get("/ogc/collections"));
        List<String> offered = new ArrayList<>();
        answer.get("collections").forEach(one -> offered.add(one.get("id").asString()));
        assertThat(offered)
                .as(person.toString())
                .containsExactlyElementsOf(LAYERS.stream()
                        .filter(person::sees)
                        .filter(layer -> !layer.equals("districts") || usualDay(layer, territory) != null)
                        .toList());
    }

    private void description(Person person, String layer, Set<Long> territory) {
        HttpResponse<String> answer = as(person.name()).get("/ogc/collections/" + layer);
        if (refused(person, layer, answer.statusCode(), answer)) {
            return;
        }
        JsonNode extent = json(answer).get("extent");
        JsonNode box = extent == null || extent.get("spatial") == null
                ? null
                : extent.get("spatial").get("bbox").get(0);
        if (!layer.equals("incidents")) {
            if (territory.isEmpty() && !layer.equals("provinces")) {
                assertThat(box).as(person + layer).isNull();
            }
            return;
        }
        Map<String, Case> allowed = allowedCases(person, territory);
        if (!person.places() || allowed.isEmpty()) {
            assertThat(box).as(person + layer).isNull();
            return;
        }
        double west =
                allowed.values().stream().mapToDouble(Case::longitude).min().orElseThrow();
        double north =
                allowed.values().stream().mapToDouble(Case::latitude).max().orElseThrow();
        // At most a margin and a step of a hundredth beyond what is allowed.
        assertThat(box.get(0).asDouble()).isBetween(west - 0.0151, west);
        assertThat(box.get(3).asDouble()).isBetween(north, north + 0.0151);
    }

    private boolean refused(Person person, String layer, int status, HttpResponse<?> answer) {
        if (person.sees(layer)) {
            assertThat(status).as(person + " " + layer).isEqualTo(200);
            return false;
        }
        assertThat(status).as(person + " " + layer).isEqualTo(403);
        assertThat(answer.headers().map().keySet()).doesNotContain("etag", "content-crs");
        return true;
    }

    private void items(Random random, Person person, String layer, Set<Long> territory) {
        double west = 105 + 2 * random.nextDouble();
        double south = 19 + 4 * random.nextDouble();
        boolean boxed = random.nextBoolean();
        int limit = random.nextBoolean() ? 10_000 : 1 + random.nextInt(30);
        String category = List.of("", "TTXH", "MATUY", "ANCT").get(random.nextInt(4));
        String query = "?limit=" + limit + (boxed ? "&bbox=" + west + "," + south + ",108,23.5" : "");
        boolean byCategory = layer.equals("incidents") && !category.isEmpty();
        HttpResponse<String> answer = as(person.name())
                .get("/ogc/collections/" + layer + "/items" + query + (byCategory ? "&category=" + category : ""));
        boolean hidden = byCategory && RESTRICTED.contains(category) && !person.restricted();
        if (hidden && person.sees(layer)) {
            assertThat(answer.statusCode()).isEqualTo(400);
            return;
        }
        if (refused(person, layer, answer.statusCode(), answer)) {
            return;
        }
        JsonNode page = json(answer);
        List<JsonNode> features = new ArrayList<>();
        page.get("features").forEach(features::add);
        long matched = page.get("numberMatched").asLong();
        if (layer.equals("incidents")) {
            Set<String> expected = allowedCases(person, territory).values().stream()
                    .filter(one -> !byCategory || one.category().equals(category))
                    .filter(one -> !boxed
                            || !person.places()
                            || one.longitude() >= west
                                    && one.latitude() >= south
                                    && one.longitude() <= 108
                                    && one.latitude() <= 23.5)
                    .map(Case::id)
                    .collect(Collectors.toSet());
            assertThat(matched).as(person + " " + query + category).isEqualTo(expected.size());
            assertThat(features).hasSize(Math.min(limit, expected.size()));
            for (JsonNode feature : features) {
                assertThat(expected).contains(feature.get("id").asString());
                assertThat(feature.get("geometry").isNull()).isEqualTo(!person.places());
                assertThat(feature.get("properties").has("note")).isFalse();
            }
        } else if (!layer.equals("road-segments") && !layer.equals("security-teams")) {
            LocalDate day = usualDay(layer, territory);
            Set<Long> allowed = day == null ? Set.of() : allowedUnits(layer, territory, day);
            features.forEach(
                    feature -> assertThat(allowed).contains(feature.get("id").asLong()));
            assertThat(matched <= allowed.size()).isTrue();
            assertThat(boxed || matched == allowed.size())
                    .as("%s %s: %d of %d", person, layer, matched, allowed.size())
                    .isTrue();
        } else if (territory.isEmpty()) {
            assertThat(matched).isZero();
        }
    }

    /** Today; for districts, which are no more, the last day there were any in the territory, null if there never were. */
    private @Nullable LocalDate usualDay(String layer, Set<Long> territory) {
        if (!layer.equals("districts")) {
            return TODAY;
        }
        return units.values().stream()
                .filter(unit -> inLayer(unit, layer) && territory.contains(unit.id()))
                .flatMap(unit -> Stream.ofNullable(unit.to()))
                .max(Comparator.naturalOrder())
                .map(end -> end.minusDays(1))
                .orElse(null);
    }

    private Set<Long> allowedUnits(String layer, Set<Long> territory, LocalDate day) {
        return units.values().stream()
                .filter(unit -> inLayer(unit, layer) && unit.holds(day))
                .filter(unit -> layer.equals("provinces") || territory.contains(unit.id()))
                .map(Unit::id)
                .collect(Collectors.toSet());
    }

    private void item(Random random, Person person, String layer, Set<Long> territory) {
        boolean incident = layer.equals("incidents");
        List<Long> ids = List.copyOf(units.keySet());
        Case one = cases.get(random.nextInt(cases.size()));
        Unit unit = units.get(ids.get(random.nextInt(ids.size())));
        HttpResponse<String> answer =
                as(person.name()).get("/ogc/collections/" + layer + "/items/" + (incident ? one.id() : unit.id()));
        if (!person.sees(layer)) {
            assertThat(answer.statusCode()).isEqualTo(403);
        } else if (incident) {
            boolean allowed = allowedCases(person, territory).containsKey(one.id());
            assertThat(answer.statusCode()).as(person + one.id()).isEqualTo(allowed ? 200 : 404);
            assertThat(!allowed && answer.headers().firstValue("ETag").isPresent())
                    .isFalse();
        } else if (!layer.equals("road-segments") && !layer.equals("security-teams")) {
            boolean allowed = inLayer(unit, layer) && (layer.equals("provinces") || territory.contains(unit.id()));
            assertThat(answer.statusCode()).as("%s %s %s", person, layer, unit).isEqualTo(allowed ? 200 : 404);
        }
    }

    private void tile(Random random, Person person, String layer, Set<Long> territory) {
        int zoom = List.of(6, 9, 11, 12, 14).get(random.nextInt(5));
        Case near = cases.get(random.nextInt(cases.size()));
        int side = 1 << zoom;
        int column = (int) (vn.anttmap.geo.WebMercator.x(near.longitude()) * side);
        int row = (int) (vn.anttmap.geo.WebMercator.y(near.latitude()) * side);
        boolean incidents = layer.equals("incidents");
        LocalDate day = LocalDate.of(2019, 8, 15);
        HttpResponse<byte[]> answer = as(person.name())
                .getBytes("/ogc/collections/" + layer + "/tiles/WebMercatorQuad/" + zoom + "/" + row + "/" + column
                        + (incidents ? "" : "?day=" + day));
        if (incidents && person.sees(layer) && !person.places()) {
            assertThat(answer.statusCode()).isEqualTo(403);
            return;
        }
        if (refused(person, layer, answer.statusCode(), answer)) {
            return;
        }
        List<DecodedTile.Feature> features = DecodedTile.of(answer.body()).features();
        if (incidents) {
            Map<String, Case> allowed = allowedCases(person, territory);
            long counted = 0;
            for (DecodedTile.Feature feature : features) {
                if (zoom >= 14 && feature.attributes().get("id") != null) {
                    assertThat(allowed)
                            .containsKey((String) feature.attributes().get("id"));
                } else {
                    counted += (Long) feature.attributes().get("count");
                }
            }
            if (zoom < 14) {
                long expected = allowed.values().stream()
                        .filter(one -> (int) (vn.anttmap.geo.WebMercator.x(one.longitude()) * side) == column
                                && (int) (vn.anttmap.geo.WebMercator.y(one.latitude()) * side) == row)
                        .count();
                assertThat(counted).as("%s at %d", person, zoom).isEqualTo(expected);
            }
        } else if (!layer.equals("road-segments") && !layer.equals("security-teams")) {
            // Where the layer is shown by the units above it, those are of the territory or hold some of it.
            Set<Long> allowed = allowedUnits(layer, territory, day);
            Set<Long> above = new HashSet<>();
            allowed.forEach(id -> {
                for (Long at = id; at != null; at = units.get(at).parent()) {
                    above.add(at);
                }
            });
            for (DecodedTile.Feature feature : features) {
                boolean total = feature.attributes().get("members") != null;
                assertThat(total ? above : allowed)
                        .as("%s %s %d", person, layer, zoom)
                        .contains((Long) feature.attributes().get("id"));
            }
        } else if (territory.isEmpty()) {
            assertThat(features).isEmpty();
        }
    }
}
