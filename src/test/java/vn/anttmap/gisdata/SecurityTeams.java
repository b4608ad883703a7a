package vn.anttmap.gisdata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/** Invented security teams; only the number 123 of huyện Trà Lĩnh and the kinds of team are sourced. */
final class SecurityTeams {

    static final int TRA_LINH_TEAMS = 123;

    private static final String NOTE_TRA_LINH =
            "Tổ minh hoạ: chỉ tổng số 123 tổ là số liệu công bố (cuối năm 2018); tên, nơi đặt và số người do máy tạo.";
    private static final String NOTE_QUAN_LAO =
            "Tổ minh hoạ: loại hình có trong báo cáo của thị trấn; tên, nơi đặt và số người do máy tạo.";

    private final Map<Map<String, @Nullable Object>, Geometry> teams = new LinkedHashMap<>();
    private final Random random;
    private final PlacePicker picker;
    private final String note;

    private SecurityTeams(long seed, String note) {
        this.random = new Random(seed);
        this.picker = new PlacePicker(List.of(), random);
        this.note = note;
    }

    /** 123 teams over the communes by inhabitants of 2009, in each commune evenly, real hamlet names first. */
    static Map<Map<String, @Nullable Object>, Geometry> traLinh(Place place) {
        SecurityTeams result = new SecurityTeams(123, NOTE_TRA_LINH);
        List<SourceUnit> communes = place.communes2019();
        List<Integer> shares = Apportionment.share(
                TRA_LINH_TEAMS,
                communes.stream()
                        .map(commune -> (double) commune.population2009())
                        .toList());
        for (int i = 0; i < communes.size(); i++) {
            List<UnitVersion> hamlets =
                    new ArrayList<>(place.hamletsOf("commune-" + communes.get(i).code() + "-2019"));
            hamlets.sort((one, other) -> Boolean.compare(isInvented(one), isInvented(other)));
            for (int team = 0; team < shares.get(i); team++) {
                UnitVersion hamlet = hamlets.get(team % hamlets.size());
                int number = team / hamlets.size() + 1;
                result.add(
                        "tra-linh",
                        "Tổ an ninh tự quản số " + number + " " + lowerFirst(hamlet.fullName()),
                        "to_an_ninh_tu_quan",
                        3 + result.random.nextInt(5),
                        hamlet,
                        number > 1);
            }
        }
        return result.teams;
    }

    static Map<Map<String, @Nullable Object>, Geometry> quanLao(Place place) {
        SecurityTeams result = new SecurityTeams(15394, NOTE_QUAN_LAO);
        List<UnitVersion> blocks = place.hamletsOf("commune-15394-2019");
        for (UnitVersion block : blocks) {
            result.add(
                    "quan-lao",
                    "Tổ bảo vệ an ninh trật tự " + lowerFirst(block.fullName()),
                    "to_bao_ve_antt",
                    3,
                    block,
                    false);
        }
        for (UnitVersion block : blocks.subList(1, 4)) {
            result.add(
                    "quan-lao",
                    "Tổ an ninh xã hội " + lowerFirst(block.fullName()),
                    "to_an_xa_hoi",
                    5 + result.random.nextInt(3),
                    block,
                    true);
        }
        result.add("quan-lao", "Tổ cứu hộ cứu nạn thị trấn (minh hoạ)", "to_cuu_ho_cuu_nan", 8, blocks.get(3), true);
        result.add(
                "quan-lao",
                "Đội thanh niên xung kích thị trấn (minh hoạ)",
                "doi_thanh_nien_xung_kich",
                12,
                blocks.get(2),
                true);
        return result.teams;
    }

    private void add(String place, String name, String kind, int members, UnitVersion hamlet, boolean anywhere) {
        Geometry area = hamlet.geometry();
        if (area == null) {
            throw new IllegalArgumentException(hamlet.key() + " has no boundary to put a team in");
        }
        Point point = anywhere ? picker.inside(area) : picker.middle(area);
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("key", String.format(Locale.ROOT, "team-%s-%03d", place, teams.size() + 1));
        properties.put("name", name);
        properties.put("kind", kind);
        properties.put("memberCount", members);
        properties.put("areaKey", hamlet.key());
        properties.put("validFrom", null);
        properties.put("validTo", null);
        properties.put("synthetic", true);
        properties.put("syntheticNote", note);
        teams.put(properties, point);
    }

    private static boolean isInvented(UnitVersion hamlet) {
        return hamlet.name().contains("minh hoạ");
    }

    private static String lowerFirst(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
