package vn.anttmap.gisdata;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Invented assessments of the residential areas, one for each area and year: the last step recorded.
 *
 * <p>2017 and 2018 are decided years; 2019 is under way, for the data end on 2019-08-15.
 */
final class Assessments {

    static final List<String> HEADER =
            List.of("areaKey", "year", "status", "recordedOn", "decisionNumber", "note", "synthetic");

    private static final String NOTE = "Đánh giá minh hoạ, không phải kết quả thật";
    private static final String MERGED_NOTE = "Khu dân cư mới nhập ngày 09/9/2019, chưa xét (minh hoạ)";

    /** Of 100 areas; the rest of a decided year is recognised. */
    private static final Map<String, Integer> DECIDED =
            shares("not_recognised", 7, "not_registered", 4, "not_considered", 3);

    private static final Map<String, Integer> UNDER_WAY = shares(
            "registered",
            34,
            "self_assessed",
            21,
            "under_review",
            17,
            "recognised",
            10,
            "not_recognised",
            5,
            "not_registered",
            8,
            "not_considered",
            5);

    /** Steps of the five blocks of the town: drawn lots would give so few areas an odd picture. */
    private static final Map<Integer, List<String>> QUAN_LAO = Map.of(
            2017, List.of("recognised", "not_recognised", "recognised", "recognised", "not_registered"),
            2018, List.of("recognised", "not_recognised", "recognised", "recognised", "recognised"),
            2019, List.of("registered", "under_review", "recognised", "self_assessed", "not_recognised"));

    private final Random random;

    private Assessments(long seed) {
        this.random = new Random(seed);
    }

    static List<List<String>> of(Place place, long seed) {
        Assessments assessments = new Assessments(seed);
        List<UnitVersion> areas = place.units().stream()
                .filter(unit -> unit.level().equals("residential-area") && unit.validFrom() == null)
                .toList();
        List<List<String>> rows = new ArrayList<>();
        for (int year = 2017; year <= 2019; year++) {
            rows.addAll(assessments.year(areas, year));
        }
        place.units().stream()
                .filter(unit -> unit.level().equals("residential-area"))
                .filter(unit -> HamletVersions.HUNG_QUOC_MERGERS.equals(unit.validFrom()))
                .forEach(unit -> rows.add(List.of(
                        unit.key(),
                        "2019",
                        "not_considered",
                        HamletVersions.HUNG_QUOC_MERGERS.plusDays(1).toString(),
                        "",
                        MERGED_NOTE,
                        "true")));
        return rows;
    }

    private List<List<String>> year(List<UnitVersion> areas, int year) {
        List<String> statuses = statuses(areas.size(), year);
        List<List<String>> rows = new ArrayList<>();
        Map<String, Integer> decisions = new LinkedHashMap<>();
        int block = 0;
        for (UnitVersion area : areas) {
            String status = statuses.get(rows.size());
            if ("commune-15394-2019".equals(area.parentKey())) {
                status = QUAN_LAO.get(year).get(block++);
            }
            boolean decided = status.equals("recognised") || status.equals("not_recognised");
            String decision = decided
                    // One decision of the commune's committee covers all its areas of the year.
                    ? decisions.computeIfAbsent(area.parentKey(), commune -> 10 + random.nextInt(190))
                            + "/QĐ-UBND (minh hoạ)"
                    : "";
            rows.add(List.of(
                    area.key(),
                    Integer.toString(year),
                    status,
                    recordedOn(status, year).toString(),
                    decision,
                    NOTE,
                    "true"));
        }
        return rows;
    }

    private List<String> statuses(int count, int year) {
        Map<String, Integer> shares = year == 2019 ? UNDER_WAY : DECIDED;
        List<String> statuses = new ArrayList<>();
        shares.forEach((status, share) ->
                statuses.addAll(Collections.nCopies(Math.max(1, Math.round(count * share / 100f)), status)));
        while (statuses.size() < count) {
            statuses.add(year == 2019 ? "registered" : "recognised");
        }
        List<String> exact = new ArrayList<>(statuses.subList(0, count));
        Collections.shuffle(exact, random);
        return exact;
    }

    /** Registration in the first quarter, decisions in November and December; 2019 as far as it went by August. */
    private LocalDate recordedOn(String status, int year) {
        LocalDate first =
                switch (status) {
                    case "registered", "not_registered" -> LocalDate.of(year, 2, 15);
                    case "not_considered" -> LocalDate.of(year, 3, 1);
                    case "self_assessed" -> LocalDate.of(year, 6, 20);
                    case "under_review" -> LocalDate.of(year, 7, 10);
                    default -> year == 2019 ? LocalDate.of(year, 7, 16) : LocalDate.of(year, 11, 10);
                };
        return first.plusDays(random.nextInt(30));
    }

    private static Map<String, Integer> shares(Object... pairs) {
        Map<String, Integer> result = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            result.put((String) pairs[i], (Integer) pairs[i + 1]);
        }
        return result;
    }
}
