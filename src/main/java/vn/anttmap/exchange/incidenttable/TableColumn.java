package vn.anttmap.exchange.incidenttable;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.anttmap.geo.VietnameseText;

/** What a column of the table can say, with the headings that commune offices give it; read without diacritics. */
enum TableColumn {
    CATEGORY("Loại", "Loại vụ việc", "Loại vụ", "Phân loại", "Lĩnh vực", "category"),
    SEVERITY("Mức độ", "Mức độ nghiêm trọng", "severity"),
    MOMENT("Thời gian", "Thời điểm", "Xảy ra lúc", "Thời gian xảy ra", "Ngày giờ", "occurredAt", "occurred at"),
    DAY("Ngày", "Ngày xảy ra", "Ngày tháng", "date"),
    TIME("Giờ", "Giờ xảy ra", "time"),
    REPORTED("Ngày tiếp nhận", "Tiếp nhận", "Thời gian tiếp nhận", "reportedAt", "reported at"),
    X("X", "X (m)", "Tọa độ X", "Toạ độ X (m)", "northing"),
    Y("Y", "Y (m)", "Tọa độ Y", "Toạ độ Y (m)", "easting"),
    LONGITUDE("Kinh độ", "longitude", "lon", "lng"),
    LATITUDE("Vĩ độ", "latitude", "lat"),
    AREA(
            "Khu dân cư",
            "KDC",
            "Thôn",
            "Xóm",
            "Bản",
            "Khu phố",
            "Tổ dân phố",
            "Thôn, khu phố",
            "Thôn/khu phố",
            "Thôn, tổ dân phố",
            "Thôn/TDP",
            "Địa bàn",
            "Nơi xảy ra",
            "Mã KDC",
            "area"),
    COMMUNE("Xã", "Xã, phường", "Xã/phường", "Xã, phường, thị trấn", "Xã/phường/thị trấn", "Thị trấn", "commune"),
    ACCURACY("Độ chính xác", "placeAccuracy"),
    PERSONS("Đối tượng", "Số đối tượng", "Đối tượng liên quan", "personsInvolved", "persons"),
    DEAD("Chết", "Số chết", "Số người chết", "Người chết", "dead"),
    INJURED("Bị thương", "Số bị thương", "Số người bị thương", "Người bị thương", "injured"),
    DAMAGE("Thiệt hại", "Thiệt hại (đồng)", "Thiệt hại (đ)", "Thiệt hại tài sản", "damageDong", "damage"),
    MAJOR("Trọng án", "majorCase"),
    HANDLING("Cấp thụ lý", "Cấp giải quyết", "Cấp xử lý", "Đơn vị thụ lý", "handlingLevel"),
    STATE("Trạng thái", "Kết quả", "Kết quả xử lý", "state"),
    NOTE("Ghi chú", "Nội dung", "note");

    private final String shown;
    private final Set<String> headings;

    TableColumn(String... headings) {
        this.shown = headings[0];
        this.headings = Stream.concat(Arrays.stream(headings), Stream.of(name()))
                .map(VietnameseText::fold)
                .collect(Collectors.toSet());
    }

    /** The heading that the help and messages name. */
    String shown() {
        return shown;
    }

    static Optional<TableColumn> of(String heading) {
        String folded = VietnameseText.fold(heading);
        return Arrays.stream(values())
                .filter(column -> column.headings.contains(folded))
                .findFirst();
    }
}
