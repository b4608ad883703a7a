package vn.anttmap.exchange.registertable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.anttmap.geo.VietnameseText;
import vn.anttmap.movement.MovementKind;
import vn.anttmap.movement.Register;
import vn.anttmap.movement.RegisterField;
import vn.anttmap.movement.RegisterLabels;

/**
 * What a column says, with the headings that commune offices give it; read without diacritics.
 *
 * @param key as in the interface: a member of the entry, or a field of the register
 * @param shown the heading that the help and messages name
 * @param field null for what every register has
 */
record RegisterColumn(
        String key,
        String shown,
        List<String> headings,
        @Nullable RegisterField field) {

    static final String KIND = "kind";
    static final String UNIT = "unit";
    static final String COMMUNE = "commune";
    static final String TITLE = "title";
    static final String FIRST_DAY = "firstDay";
    static final String LAST_DAY = "lastDay";
    static final String LONGITUDE = "longitude";
    static final String LATITUDE = "latitude";
    static final String SOURCE = "source";

    /** Number of all members of a team. */
    static final String MEMBERS = "memberCount";

    /** Before the code of a role, where the column counts the members of a team who have it. */
    static final String ROLE = "role-";

    private static final List<RegisterColumn> TEAM = List.of(
            common(TITLE, "Tên tổ", "Tên", "Tên gọi", "Tên tổ, đội", "Tổ"),
            common(KIND, "Loại", "Loại tổ", "Loại hình", "Phân loại"),
            common(
                    UNIT,
                    "Địa bàn",
                    "Địa bàn phụ trách",
                    "Đơn vị",
                    "Khu dân cư",
                    "KDC",
                    "Thôn",
                    "Xóm",
                    "Bản",
                    "Khu phố",
                    "Tổ dân phố"),
            common(COMMUNE, "Xã", "Xã, phường", "Xã/phường", "Xã, phường, thị trấn", "Thị trấn"),
            common(FIRST_DAY, "Thành lập ngày", "Ngày thành lập", "Từ ngày"),
            common(LAST_DAY, "Giải thể từ ngày", "Ngày giải thể"),
            common(LONGITUDE, "Kinh độ", "lon", "lng"),
            common(LATITUDE, "Vĩ độ", "lat"));

    private static final List<RegisterColumn> COMMON = List.of(
            common(KIND, "Loại", "Loại hình", "Phân loại", "Hình thức"),
            common(TITLE, "Tên", "Tên gọi", "Nội dung", "Tên mô hình", "Tên gọi, nội dung", "Tiêu đề"),
            common(UNIT, "Địa bàn", "Đơn vị", "Khu dân cư", "KDC", "Thôn", "Xóm", "Bản", "Khu phố", "Tổ dân phố"),
            common(COMMUNE, "Xã", "Xã, phường", "Xã/phường", "Xã, phường, thị trấn", "Thị trấn"),
            common(FIRST_DAY, "Từ ngày", "Ngày", "Ngày tháng", "Ngày thành lập", "Ngày ban hành", "Ngày bắt đầu"),
            common(LAST_DAY, "Đến ngày", "Ngày kết thúc", "Ngày hết hiệu lực"),
            common(LONGITUDE, "Kinh độ", "lon", "lng"),
            common(LATITUDE, "Vĩ độ", "lat"),
            common(SOURCE, "Nguồn", "Nguồn số liệu", "Căn cứ", "Ghi chú nguồn"));

    /** What offices write besides the names of the fields. */
    private static final Map<String, List<String>> MORE = Map.of(
            "documentNumber", List.of("Số hiệu", "Số, ký hiệu", "Số quyết định"),
            "sessions", List.of("Số cuộc", "Số buổi", "Số đợt"),
            "attendances", List.of("Lượt người", "Người nghe", "Số người tham dự"),
            "tips", List.of("Số tin", "Tin báo"),
            "valuable", List.of("Tin có giá trị", "Có giá trị"),
            "members", List.of("Thành viên", "Số người"),
            "participants", List.of("Người tham gia", "Số người dự"),
            "awards", List.of("Số lượng", "Số khen thưởng"),
            "decisionNumber", List.of("Số quyết định khen thưởng", "Quyết định"));

    /** The columns of a register: those of every register, then its own fields. */
    static List<RegisterColumn> of(Register register, RegisterLabels labels) {
        List<RegisterColumn> columns = new ArrayList<>(COMMON);
        for (RegisterField field : register.fields()) {
            String shown = labels.of(field, Locale.ROOT);
            columns.add(new RegisterColumn(
                    field.name(),
                    shown,
                    folded(Stream.concat(
                            Stream.of(shown, field.name(), labels.of(field, Locale.ENGLISH)),
                            MORE.getOrDefault(field.name(), List.of()).stream())),
                    field));
        }
        return columns;
    }

    /**
     * The columns of a table of security teams: what a team is, its members by role, and all of them together.
     *
     * @param roles what members do in a team
     */
    static List<RegisterColumn> ofTeams(List<MovementKind> roles) {
        List<RegisterColumn> columns = new ArrayList<>(TEAM);
        for (MovementKind role : roles) {
            columns.add(amount(ROLE + role.code(), role.nameVi(), role.nameEn(), role.code()));
        }
        columns.add(amount(MEMBERS, "Số thành viên", "Thành viên", "Số người", "Tổng số", "Quân số"));
        return columns;
    }

    static Optional<RegisterColumn> find(List<RegisterColumn> columns, String heading) {
        String folded = VietnameseText.fold(heading);
        // A register's own field goes before what every register has: "Căn cứ" may be either.
        Optional<RegisterColumn> own = columns.stream()
                .filter(column -> column.field() != null && column.headings().contains(folded))
                .findFirst();
        return own.isPresent()
                ? own
                : columns.stream()
                        .filter(column -> column.headings().contains(folded))
                        .findFirst();
    }

    private static RegisterColumn common(String key, String... headings) {
        return new RegisterColumn(
                key, headings[0], folded(Stream.concat(Arrays.stream(headings), Stream.of(key))), null);
    }

    private static RegisterColumn amount(String key, String... headings) {
        return new RegisterColumn(
                key,
                headings[0],
                folded(Stream.concat(Arrays.stream(headings), Stream.of(key))),
                new RegisterField(key, RegisterField.Type.AMOUNT, false, List.of()));
    }

    private static List<String> folded(Stream<String> headings) {
        return headings.map(VietnameseText::fold).distinct().toList();
    }
}
