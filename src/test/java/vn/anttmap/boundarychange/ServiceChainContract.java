package vn.anttmap.boundarychange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Random chains as in {@link ChangeChainPropertyTests}, through the service; -Danttmap.chains.service=n for more. */
abstract class ServiceChainContract extends PlannerOf2019Contract {

    private static final int CHAINS = Integer.getInteger("anttmap.chains.service", 1);
    private static final int STEPS = 5;
    private static final List<String> LEVELS = List.of("communes", "residential-areas");

    @Test
    void totalsAreEqualOnAllDaysAndPastDaysSayWhatTheySaid() {
        for (int i = 0; i < CHAINS; i++) {
            live(new Random(20190909 + i));
            takeBack();
            stored.clear();
        }
    }

    private void live(Random random) {
        LocalDate day = LocalDate.of(2026, 1, 1);
        Map<LocalDate, Map<Long, Integer>> said = new TreeMap<>();
        said.put(day, figures(day));
        int total = sum(said.get(day));
        for (int step = 0; step < STEPS; step++) {
            day = day.plusDays(1 + random.nextInt(90));
            JsonNode look = look(wish(random, day));
            if (look.get("storable").asBoolean()) {
                store(look);
            }
            said.put(day, figures(day));
            assertThat(sum(said.get(day))).as("on " + day).isEqualTo(total);
            said.forEach((past, figures) ->
                    assertThat(figures(past)).as("what " + past + " said").isEqualTo(figures));
        }
        assertThat(stored).isNotEmpty();
    }

    private Map<Long, Integer> figures(LocalDate day) {
        Map<Long, Integer> figures = new TreeMap<>();
        LEVELS.forEach(level -> figures.putAll(counts(level, "2017-01-01", "2019-08-15", day.toString())));
        return figures;
    }

    /** Of old Quán Lào, where most incidents are, or of its commune. */
    private String wish(Random random, LocalDate day) {
        List<Long> blocks = jdbc.sql("select u.id from territorial_unit u join territorial_unit p on p.id = u.parent_id"
                        + " where u.valid_to is null and p.valid_to is null and p.code = '15394'"
                        + " and u.level = 'RESIDENTIAL_AREA' order by u.unit_key")
                .query(Long.class)
                .list();
        List<Long> chosen = new ArrayList<>(blocks);
        java.util.Collections.shuffle(chosen, random);
        double[] box = bbox(chosen.get(0));
        double middle = (box[0] + box[2]) / 2;
        String line = "{\"type\":\"LineString\",\"coordinates\":[[" + middle + "," + (box[1] - 1) + "],[" + middle + ","
                + (box[3] + 1) + "]]}";
        String head = ",\"day\":\"" + day + "\",\"unitIds\":[";
        String name = "Mới " + day;
        return switch (random.nextInt(5)) {
            case 0 ->
                "{\"kind\":\"merge\"" + head + chosen.get(0) + "," + chosen.get(1) + "],\"parts\":[{\"name\":\"" + name
                        + "\"}]}";
            case 1 ->
                "{\"kind\":\"split\"" + head + chosen.get(0) + "],\"parts\":[{\"name\":\"" + name + "A\"},{\"name\":\""
                        + name + "B\"}],\"line\":" + line + "}";
            case 2 ->
                "{\"kind\":\"transfer\"" + head + chosen.get(0) + "," + chosen.get(1) + "],\"line\":" + line + "}";
            case 3 -> "{\"kind\":\"rename\"" + head + chosen.get(0) + "],\"parts\":[{\"name\":\"" + name + "\"}]}";
            default ->
                "{\"kind\":\"rename\"" + head
                        + jdbc.sql("select id from territorial_unit where code = '15394' and valid_to is null")
                                .query(Long.class)
                                .single()
                        + "],\"parts\":[{\"name\":\"" + name + "\"}]}";
        };
    }
}
