package vn.anttmap.gisdata;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.anttmap.gisdata.UnitVersion.Predecessor;

/**
 * Which communes there were when, from 2019 to 2025, after {@code two-districts-unit-history.csv} and the resolutions
 * named below. A date that is only a list's says so: the legal one was not read.
 */
final class UnitHistory {

    static final LocalDate LIST_2019 = LocalDate.of(2019, 9, 11);
    static final LocalDate YEN_DINH_MERGERS = LocalDate.of(2019, 12, 1);
    static final LocalDate TRA_LINH_DISSOLVED = LocalDate.of(2020, 3, 1);
    static final LocalDate TWO_LEVELS = LocalDate.of(2025, 7, 1);

    private static final String LISTED_ONLY = "first listed %s; legal date unverified";
    private static final String TRA_LINH_2020 = "district dissolved by NQ 897/NQ-UBTVQH14, in force 2020-03-01";
    private static final String TRA_LINH_MERGERS =
            "NQ 864/NQ-UBTVQH14 of 2020-01-10, " + LISTED_ONLY.formatted("2020-03-01");
    private static final String YEN_DINH_2019 = "NQ 786/NQ-UBTVQH14, in force 2019-12-01 from memory, unverified";

    private final Map<String, CommuneVersion> versions = new LinkedHashMap<>();

    private UnitHistory() {}

    static List<CommuneVersion> traLinh(List<SourceUnit> communes2019, List<SourceUnit> communes2025) {
        UnitHistory history = new UnitHistory();
        communes2019.forEach(commune -> history.begin(commune, "district-046"));
        for (SourceUnit commune : communes2019) {
            String code = commune.code();
            String parent = code.equals("01474") ? "district-049" : "district-047";
            switch (code) {
                case "01450", "01459", "01468" -> {
                    // They are named below, with the commune they went into.
                }
                case "01447" ->
                    history.change2020(
                            "01447", "thi_tran", "Thị trấn Trà Lĩnh", parent, "renamed", TRA_LINH_MERGERS, "01447");
                case "01456" ->
                    history.change2020(
                            "01456",
                            "xa",
                            "Xã Quang Hán",
                            parent,
                            "merged",
                            TRA_LINH_MERGERS + "; that Cô Mười went here is from memory, unverified",
                            "01456",
                            "01450");
                default -> history.change2020(code, "xa", commune.fullName(), parent, "moved", TRA_LINH_2020, code);
            }
        }
        // Code 01468 was Lưu Ngọc; the new Quang Vinh took it over.
        history.change2020(
                "01468", "xa", "Xã Quang Vinh", "district-047", "merged", TRA_LINH_MERGERS, "01459", "01468");
        history.reform2025(communes2019, communes2025, "province-04", "NQ 1657/NQ-UBTVQH15 clauses 43-45");
        return List.copyOf(history.versions.values());
    }

    static List<CommuneVersion> yenDinh(List<SourceUnit> communes2019, List<SourceUnit> communes2025) {
        UnitHistory history = new UnitHistory();
        communes2019.forEach(commune -> history.begin(commune, "district-394"));
        LocalDate list2020 = LocalDate.of(2020, 3, 1);
        history.change(
                "2020",
                YEN_DINH_MERGERS,
                list2020,
                "15469",
                "thi_tran",
                "Thị trấn Quán Lào",
                "district-394",
                "merged",
                YEN_DINH_2019,
                List.of("commune-15394-2019", "commune-15469-2019"));
        history.change(
                "2020",
                YEN_DINH_MERGERS,
                list2020,
                "15409",
                "xa",
                "Xã Yên Phú",
                "district-394",
                "merged",
                YEN_DINH_2019,
                List.of("commune-15400-2019", "commune-15409-2019"));
        history.change(
                "2020",
                YEN_DINH_MERGERS,
                YEN_DINH_MERGERS,
                "15421",
                "xa",
                "Xã Yên Trường",
                "district-394",
                "merged",
                YEN_DINH_2019,
                List.of("commune-15421-2019", "commune-15424-2019"));
        LocalDate list2021 = LocalDate.of(2021, 7, 1);
        String raised = "xã became thị trấn, " + LISTED_ONLY.formatted(list2021);
        history.change(
                "2021",
                list2021,
                list2021,
                "15403",
                "thi_tran",
                "Thị trấn Yên Lâm",
                "district-394",
                "renamed",
                raised,
                List.of("commune-15403-2019"));
        history.change(
                "2021",
                list2021,
                list2021,
                "15412",
                "thi_tran",
                "Thị trấn Quý Lộc",
                "district-394",
                "renamed",
                raised,
                List.of("commune-15412-2019"));
        LocalDate list2025 = LocalDate.of(2025, 1, 1);
        history.change(
                "2025-01",
                list2025,
                list2025,
                "15442",
                "xa",
                "Xã Yên Ninh",
                "district-394",
                "merged",
                LISTED_ONLY.formatted(list2025),
                List.of("commune-15439-2019", "commune-15442-2019"));
        history.reform2025(communes2019, communes2025, "province-38", "NQ 1686/NQ-UBTVQH15");
        return List.copyOf(history.versions.values());
    }

    private void begin(SourceUnit commune, String districtKey) {
        String key = "commune-" + commune.code() + "-2019";
        versions.put(
                key,
                new CommuneVersion(
                        key,
                        commune.code(),
                        commune.kind(),
                        commune.fullName(),
                        districtKey,
                        null,
                        null,
                        "start: not read, left open; the list of 2019-09-11 has it",
                        LIST_2019,
                        List.of(),
                        List.of(commune.code())));
    }

    private void change2020(
            String code, String kind, String fullName, String parent, String change, String source, String... from) {
        change(
                "2020",
                TRA_LINH_DISSOLVED,
                TRA_LINH_DISSOLVED,
                code,
                kind,
                fullName,
                parent,
                change,
                source,
                Stream.of(from).map(old -> "commune-" + old + "-2019").toList());
    }

    private void reform2025(
            List<SourceUnit> communes2019, List<SourceUnit> communes2025, String provinceKey, String resolution) {
        List<CommuneVersion> before = versions.values().stream()
                .filter(version -> version.validTo() == null)
                .toList();
        for (SourceUnit commune : communes2025) {
            List<String> from = before.stream()
                    .filter(version -> communes2019.stream()
                            .anyMatch(old -> old.code2025().equals(commune.code()) && version.consistsOf(old.code())))
                    .map(CommuneVersion::key)
                    .toList();
            String outside =
                    commune.code().equals("15448") ? "; takes in a part of xã Thiệu Long, from another district" : "";
            change(
                    "2025",
                    TWO_LEVELS,
                    TWO_LEVELS,
                    commune.code(),
                    commune.kind(),
                    commune.fullName(),
                    provinceKey,
                    "merged",
                    resolution + ", in force 2025-07-01" + outside,
                    from);
        }
    }

    private void change(
            String label,
            LocalDate day,
            LocalDate listedOn,
            String code,
            String kind,
            String fullName,
            String parentKey,
            String change,
            String source,
            List<String> fromKeys) {
        List<String> codes2019 = new ArrayList<>();
        List<Predecessor> predecessors = new ArrayList<>();
        for (String from : fromKeys) {
            CommuneVersion ended = versions.get(from).endingOn(day, source);
            versions.put(from, ended);
            codes2019.addAll(ended.codes2019());
            predecessors.add(new Predecessor(from, change));
        }
        String key = "commune-" + code + "-" + label;
        versions.put(
                key,
                new CommuneVersion(
                        key,
                        code,
                        kind,
                        fullName,
                        parentKey,
                        day,
                        null,
                        "start: " + source,
                        listedOn,
                        List.copyOf(predecessors),
                        List.copyOf(codes2019)));
    }
}
