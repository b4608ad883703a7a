package vn.anttmap.exchange;

import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.geo.Wgs84;
import vn.anttmap.incident.IncidentFilter;
import vn.anttmap.incident.IncidentList;
import vn.anttmap.incident.IncidentView;
import vn.anttmap.territory.UnitRef;
import vn.anttmap.territory.VietnamTime;

/** Incidents as points, page by page, for accounts with the right to exact places. Notes never leave. */
@Component
class IncidentExport {

    private static final DateTimeFormatter LOCAL_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(VietnamTime.ZONE);

    private static final List<DbfField> FIELDS = List.of(
            DbfField.text("MA_VU", 36, "Mã vụ việc"),
            DbfField.text("MA_LOAI", 20, "Mã loại vụ việc"),
            DbfField.text("LOAI", 120, "Loại vụ việc"),
            DbfField.text("MUC_DO", 60, "Mức độ (trống: chưa phân loại)"),
            DbfField.logical("TRONG_AN", "Trọng án"),
            DbfField.date("NGAY", "Ngày xảy ra (giờ Việt Nam)"),
            DbfField.text("THOI_DIEM", 19, "Thời điểm xảy ra (giờ Việt Nam)"),
            DbfField.text("DEN_LUC", 19, "Đến thời điểm, nếu chỉ biết khoảng"),
            DbfField.text("BAO_TIN", 19, "Thời điểm báo tin (giờ Việt Nam)"),
            DbfField.text("DO_CX", 20, "Độ chính xác của vị trí"),
            DbfField.integer("DOI_TUONG", "Số đối tượng").withUnit("người"),
            DbfField.integer("SO_CHET", "Số người chết").withUnit("người"),
            DbfField.integer("BI_THUONG", "Số người bị thương").withUnit("người"),
            DbfField.integer("THIET_HAI", 15, "Thiệt hại tài sản").withUnit("đồng"),
            DbfField.text("CAP_XU_LY", 20, "Cấp xử lý"),
            DbfField.text("TRANG_THAI", 40, "Trạng thái"),
            DbfField.text("TEN_XA", 120, "Xã, phường, thị trấn"),
            DbfField.text("TEN_KDC", 120, "Khu dân cư"),
            DbfField.text("DOAN_DUONG", 120, "Đoạn đường tự quản"),
            DbfField.logical("GAN_RG", "Gần ranh giới, chưa tính vào địa bàn nào"),
            DbfField.logical("MINH_HOA", "Dữ liệu minh hoạ"));

    private final IncidentList incidents;
    private final StatusNames names;

    IncidentExport(IncidentList incidents, StatusNames names) {
        this.incidents = incidents;
        this.names = names;
    }

    void write(AccountView account, ExportRequest request, ShapefileOpener opener) throws IOException {
        account.require(Right.SEE_INCIDENT_POINTS);
        IncidentFilter filter =
                new IncidentFilter(request.from(), request.to(), null, null, request.extent(), null, false, false);
        try (ShapefileZipWriter writer =
                opener.open(ShapeType.POINT, FIELDS, !account.has(Right.SEE_RESTRICTED_CATEGORIES))) {
            String cursor = null;
            do {
                IncidentList.Page page =
                        incidents.page(account, filter, cursor, IncidentList.LARGEST_PAGE, request.locale(), "export");
                for (IncidentView incident : page.incidents()) {
                    write(writer, incident, request);
                }
                cursor = page.next();
            } while (cursor != null);
            writer.finish();
        }
    }

    private void write(ShapefileZipWriter writer, IncidentView incident, ExportRequest request) throws IOException {
        writer.write(
                Wgs84.point(Objects.requireNonNull(incident.longitude()), Objects.requireNonNull(incident.latitude())),
                incident.id(),
                incident.category(),
                incident.categoryName(),
                incident.severityName(),
                incident.majorCase(),
                VietnamTime.dayOf(incident.occurredAt()),
                local(incident.occurredAt()),
                local(incident.occurredUntil()),
                local(incident.reportedAt()),
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

    private static @Nullable String local(@Nullable Instant instant) {
        return instant == null ? null : LOCAL_TIME.format(instant);
    }

    private static @Nullable String name(@Nullable UnitRef unit) {
        return unit == null ? null : unit.fullName();
    }
}
