package vn.anttmap.exchange;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.geo.Wgs84;
import vn.anttmap.incident.IncidentCategories;
import vn.anttmap.incident.IncidentFilter;
import vn.anttmap.incident.IncidentList;
import vn.anttmap.incident.IncidentView;
import vn.anttmap.territory.UnitRef;
import vn.anttmap.territory.VietnamTime;

/** Incidents as points, page by page, for accounts with the right to exact places. Notes never leave. */
@Component
class IncidentExport {

    private static final List<ExportField> FIELDS = List.of(
            ExportField.text("MA_VU", 36, "Mã vụ việc"),
            ExportField.text("MA_LOAI", 20, "Mã loại vụ việc"),
            ExportField.text("LOAI", 120, "Loại vụ việc"),
            ExportField.text("MUC_DO", 60, "Mức độ (trống: chưa phân loại)"),
            ExportField.logical("TRONG_AN", "Trọng án"),
            ExportField.date("NGAY", "Ngày xảy ra (giờ Việt Nam)"),
            ExportField.instant("THOI_DIEM", "Thời điểm xảy ra"),
            ExportField.instant("DEN_LUC", "Đến thời điểm, nếu chỉ biết khoảng"),
            ExportField.instant("BAO_TIN", "Thời điểm báo tin"),
            ExportField.text("DO_CX", 20, "Độ chính xác của vị trí"),
            ExportField.integer("DOI_TUONG", "Số đối tượng").withUnit("người"),
            ExportField.integer("SO_CHET", "Số người chết").withUnit("người"),
            ExportField.integer("BI_THUONG", "Số người bị thương").withUnit("người"),
            ExportField.integer("THIET_HAI", 15, "Thiệt hại tài sản").withUnit("đồng"),
            ExportField.text("CAP_XU_LY", 20, "Cấp xử lý"),
            ExportField.text("TRANG_THAI", 40, "Trạng thái"),
            ExportField.text("TEN_XA", 120, "Xã, phường, thị trấn"),
            ExportField.text("TEN_KDC", 120, "Khu dân cư"),
            ExportField.text("DOAN_DUONG", 120, "Đoạn đường tự quản"),
            ExportField.logical("GAN_RG", "Gần ranh giới, chưa tính vào địa bàn nào"),
            ExportField.logical("MINH_HOA", "Dữ liệu minh hoạ"));

    private final IncidentList incidents;
    private final IncidentCategories categories;
    private final StatusNames names;

    IncidentExport(IncidentList incidents, IncidentCategories categories, StatusNames names) {
        this.incidents = incidents;
        this.categories = categories;
        this.names = names;
    }

    void write(AccountView account, ExportRequest request, LayerOpener opener) throws IOException {
        account.require(Right.SEE_INCIDENT_POINTS);
        IncidentFilter filter = new IncidentFilter(
                        request.from(), request.to(), request.category(), null, request.extent(), null, false, false)
                .within(request.within());
        IncidentList.Page page = page(account, filter, null, request);
        LayerDesign design = new LayerDesign(
                GeometryKind.POINT,
                FIELDS,
                "LOAI",
                List.of(MapColours.categories("MA_LOAI", categoryNames(account, request))),
                !account.has(Right.SEE_RESTRICTED_CATEGORIES),
                page.numberMatched());
        try (FeatureWriter writer = opener.open(design)) {
            while (true) {
                for (IncidentView incident : page.incidents()) {
                    write(writer, incident, request);
                }
                if (page.next() == null) {
                    break;
                }
                page = page(account, filter, page.next(), request);
            }
            writer.finish();
        }
    }

    /** Each page is read and told to the audit trail in its own transaction: no connection waits for a slow reader. */
    private IncidentList.Page page(
            AccountView account, IncidentFilter filter, @Nullable String cursor, ExportRequest request) {
        return incidents.page(account, filter, cursor, IncidentList.LARGEST_PAGE, request.locale(), "export");
    }

    private Map<String, String> categoryNames(AccountView account, ExportRequest request) {
        Map<String, String> names = new LinkedHashMap<>();
        boolean english = "en".equals(request.locale().getLanguage());
        categories.visibleTo(account).forEach(category -> names.put(category.code(), category.name(english)));
        return names;
    }

    private void write(FeatureWriter writer, IncidentView incident, ExportRequest request) throws IOException {
        writer.write(
                Wgs84.point(Objects.requireNonNull(incident.longitude()), Objects.requireNonNull(incident.latitude())),
                incident.id(),
                incident.category(),
                incident.categoryName(),
                incident.severityName(),
                incident.majorCase(),
                VietnamTime.dayOf(incident.occurredAt()),
                incident.occurredAt(),
                incident.occurredUntil(),
                incident.reportedAt(),
                names.of("accuracy", incident.placeAccuracy(), request.locale()),
                incident.personsInvolved(),
                incident.dead(),
                incident.injured(),
                incident.damageDong(),
                names.of("handling", incident.handlingLevel(), request.locale()),
                names.of("state", incident.state(), request.locale()),
                name(incident.commune()),
                name(incident.residentialArea()),
                incident.roadSegment() == null ? null : incident.roadSegment().name(),
                incident.nearBorder() && !incident.assignedByHand(),
                incident.synthetic());
    }

    private static @Nullable String name(@Nullable UnitRef unit) {
        return unit == null ? null : unit.fullName();
    }
}
