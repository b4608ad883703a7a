package vn.anttmap.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.anttmap.report.Block.Cell;

/** A made-up document that has everything a report can have, long enough for a second page. */
final class SampleDocument {

    static final ReportSettings SETTINGS = new ReportSettings(20, 20, 30, 15, 14, 12.7, 1.15, "BC-UBND", "CHỦ TỊCH");

    private SampleDocument() {}

    static ReportDocument document() {
        List<Block> body = new ArrayList<>();
        body.add(new Block.Heading("I. Đặc điểm, tình hình"));
        body.add(new Block.Paragraph("Trong kỳ xảy ra 45 vụ việc liên quan đến ANTT; ở các xã, phường có 1.500 lượt"
                + " người nghe tuyên truyền, được cấp ủy, chính quyền quan tâm chỉ đạo."));
        body.add(new Block.Table(
                "Bảng 1. Vụ việc theo loại",
                List.of("Loại vụ việc", "Số vụ", "Cùng kỳ", "Tăng, giảm"),
                List.of(
                        List.of(Cell.of("Trật tự xã hội"), Cell.of(1500), Cell.of(1503), Cell.difference(-3)),
                        List.of(Cell.of("=1+1"), Cell.of(0), Cell.of("không đủ số liệu"), Cell.of("–"))),
                "Cùng kỳ năm trước: không đủ số liệu."));
        for (int i = 1; i <= 30; i++) {
            body.add(new Block.Paragraph("Đoạn thứ " + i + ": các lực lượng nòng cốt bảo vệ ANTT ở cơ sở được củng cố,"
                    + " kiện toàn, đáp ứng yêu cầu nhiệm vụ trong tình hình mới."));
        }
        body.add(new Block.Note("Ghi chú: số liệu minh hoạ./."));
        return new ReportDocument(
                new ReportDocument.Letterhead(
                        "UBND HUYỆN YÊN ĐỊNH",
                        List.of("ỦY BAN NHÂN DÂN", "THỊ TRẤN QUÁN LÀO"),
                        "        /BC-UBND",
                        "Quán Lào",
                        LocalDate.of(2023, 7, 5)),
                "BÁO CÁO",
                List.of("Tình hình an ninh, trật tự", "trên địa bàn thị trấn Quán Lào, năm 2018"),
                body,
                new ReportDocument.Closing(
                        List.of("- UBND huyện Yên Định (để b/c);", "- Lưu: VT."),
                        List.of("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")));
    }
}
