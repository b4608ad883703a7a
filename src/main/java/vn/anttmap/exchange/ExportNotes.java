package vn.anttmap.exchange;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import vn.anttmap.density.grid.GridDensity;

/** What every exported file says about itself: period, boundary day, credits, what is made up. */
final class ExportNotes {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private ExportNotes() {}

    static List<String> of(ExportRequest request, boolean restrictedExcluded) {
        List<String> notes = new ArrayList<>();
        LocalDate from = request.from();
        LocalDate to = request.to();
        if (from != null && to != null) {
            notes.add("Kỳ số liệu: từ " + DAY.format(from) + " đến hết " + DAY.format(to) + " (giờ Việt Nam).");
        }
        notes.add("Ranh giới, tên và mã theo ngày " + DAY.format(request.boundaryDay()) + ".");
        if (request.collection().densityLevel() != null) {
            notes.add("Số vụ và mật độ để trống nghĩa là không đủ số liệu: sổ vụ việc không phủ kín kỳ này.");
            notes.add("Năm = số ngày / 365,25. Địa bàn dưới 5 vụ có cột IT_SO_LIEU = 1: tỷ lệ chưa ổn định.");
        }
        LocalDate asOf = request.asOf();
        if (request.collection().densityLevel() != null && asOf != null) {
            notes.add("Tình trạng xét năm " + request.year() + " theo hồ sơ đến hết ngày " + DAY.format(asOf) + ".");
        }
        if (request.collection().grid() != null) {
            int sizeM = request.sizeM() == null ? GridDensity.USUAL_SIZE_M : request.sizeM();
            notes.add("Mỗi ô có diện tích bằng ô vuông cạnh " + sizeM + " m, đánh số từ gốc của múi VN-2000 của tỉnh.");
            notes.add("Chỉ tính vụ việc có vị trí chính xác hoặc theo đường, trên đất có sổ vụ việc phủ kín kỳ này;"
                    + " đất khác không có ô: không đủ số liệu. Năm = số ngày / 365,25.");
        }
        if (request.within() != null) {
            notes.add("Chỉ gồm phần thuộc: " + request.within().unit().fullName() + ".");
        }
        if (request.category() != null) {
            notes.add("Chỉ tính vụ việc loại " + request.category() + ".");
        }
        if (restrictedExcluded) {
            notes.add("Không gồm các loại vụ việc hạn chế xem.");
        }
        notes.add("Bản ghi có MINH_HOA = 1 là dữ liệu minh hoạ (ranh giới, vị trí hoặc nội dung do máy tạo), không phải"
                + " số liệu thật.");
        notes.add("Ranh giới chỉ để tham khảo, không có giá trị pháp lý.");
        notes.add(
                "Nguồn: © 2021 Thang Le Quoc và © 2017 Marc Choisy (giấy phép MIT), theo Bản đồ tham chiếu đơn vị hành"
                        + " chính Việt Nam; địa danh: GeoNames (CC BY 4.0), Who's On First; mã và tên: Tổng cục Thống kê.");
        return notes;
    }
}
