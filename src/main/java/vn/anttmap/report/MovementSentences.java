package vn.anttmap.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.anttmap.movement.Amount;

/** What the movement did, in sentences such as districts and communes write. */
final class MovementSentences {

    private MovementSentences() {}

    /** "Tuyên truyền tại các xã, thị trấn được 38 cuộc với hơn 1.500 lượt người tham gia; …". */
    static String outreach(List<ReportedMovement.Outreach> lines) {
        if (lines.isEmpty()) {
            return "Trong kỳ không ghi nhận buổi tuyên truyền nào.";
        }
        return lines.stream()
                        .map(line -> {
                            Amount attendances = line.attendances();
                            return line.what() + " được " + words(line.sessions()) + " " + line.unit()
                                    + (attendances == null
                                            ? ""
                                            : " với " + words(attendances) + " lượt người tham gia");
                        })
                        .collect(Collectors.collectingAndThen(Collectors.joining("; "), VietnameseFormat::capital))
                + ".";
    }

    /** "Quần chúng nhân dân cung cấp hơn 300 tin, trong đó có 270 tin có giá trị liên quan đến …". */
    static String tips(ReportedMovement.Tips tips) {
        if (tips.all().value() == 0) {
            return "Trong kỳ không ghi nhận tin do quần chúng nhân dân cung cấp.";
        }
        Amount valuable = tips.valuable();
        return "Quần chúng nhân dân chủ động cung cấp cho cơ quan chức năng "
                + words(tips.all()) + " tin"
                + (valuable == null ? "" : ", trong đó có " + words(valuable) + " tin có giá trị")
                + (tips.subjects().isEmpty() ? "" : " liên quan đến " + String.join(", ", tips.subjects()))
                + ".";
    }

    static String commendations(List<ReportedMovement.Commendation> given) {
        if (given.isEmpty()) {
            return "Trong kỳ không ghi nhận quyết định khen thưởng nào.";
        }
        return given.stream()
                .map(line -> line.by() + " tặng " + VietnameseFormat.inSentence(line.form()) + " cho "
                        + line.honoured().stream()
                                .map(MovementSentences::honoured)
                                .collect(Collectors.joining(", "))
                        + " có thành tích trong phong trào toàn dân bảo vệ ANTQ.")
                .collect(Collectors.joining(" "));
    }

    /** "03 tập thể", or "các tập thể" where nobody wrote down how many. */
    private static String honoured(ReportedMovement.Honoured honoured) {
        Amount count = honoured.count();
        return (count == null ? "các" : words(count)) + " " + honoured.who();
    }

    /** "Hơn 1.500" or "270", in small letters. */
    private static String words(Amount amount) {
        return (amount.moreThan() ? "hơn " : "") + VietnameseFormat.count(amount.value());
    }

    /** "Phát động phong trào thi đua năm 2019 với 7 nội dung". */
    static String drives(List<ReportedMovement.Drive> drives) {
        return drives.stream()
                .map(drive -> {
                    Integer contents = drive.contents();
                    return "Phát động " + VietnameseFormat.inSentence(drive.title())
                            + (contents == null ? "" : " với " + VietnameseFormat.count(contents) + " nội dung") + ".";
                })
                .collect(Collectors.joining(" "));
    }

    /** "Căn cứ: …. Lãnh đạo, chỉ đạo: …. Đã tổ chức: …." */
    static String leadership(ReportedMovement.Leadership leadership) {
        List<String> sentences = new ArrayList<>();
        add(sentences, "Căn cứ", leadership.basisDocuments());
        add(sentences, "Lãnh đạo, chỉ đạo", leadership.committees());
        add(sentences, "Đã tổ chức", leadership.events());
        return String.join(" ", sentences);
    }

    private static void add(List<String> sentences, String what, List<String> titles) {
        if (!titles.isEmpty()) {
            sentences.add(what + ": " + String.join("; ", titles) + ".");
        }
    }

    static String models(List<ReportedMovement.Model> models) {
        if (models.isEmpty()) {
            return "Chưa có mô hình nào được ghi nhận.";
        }
        return "Các mô hình: "
                + models.stream()
                        .map(model -> VietnameseFormat.count(model.kept()) + " mô hình “" + model.kind() + "”"
                                + (model.founded() == 0
                                        ? ""
                                        : " (trong đó xây dựng mới " + VietnameseFormat.count(model.founded()) + ")"))
                        .collect(Collectors.joining(", "))
                + ".";
    }
}
