package vn.anttmap.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the movement did, in sentences such as districts and communes write. */
final class MovementSentences {

    private MovementSentences() {}

    /** "Tuyên truyền tại các xã, thị trấn được 38 cuộc với hơn 1.500 lượt người tham gia; …". */
    static String outreach(List<MovementFigures.Outreach> lines) {
        if (lines.isEmpty()) {
            return "Trong kỳ không ghi nhận buổi tuyên truyền nào.";
        }
        return lines.stream()
                        .map(line -> {
                            MovementFigures.Amount attendances = line.attendances();
                            return "tuyên truyền tại " + line.place() + " được "
                                    + line.sessions().words() + " " + line.unit()
                                    + (attendances == null
                                            ? ""
                                            : " với " + attendances.words() + " lượt người tham gia");
                        })
                        .collect(Collectors.collectingAndThen(Collectors.joining("; "), VietnameseFormat::capital))
                + ".";
    }

    /** "Quần chúng nhân dân cung cấp hơn 300 tin, trong đó có 270 tin có giá trị liên quan đến …". */
    static String tips(MovementFigures.Tips tips) {
        if (tips.all().value() == 0) {
            return "Trong kỳ không ghi nhận tin do quần chúng nhân dân cung cấp.";
        }
        MovementFigures.Amount valuable = tips.valuable();
        return "Quần chúng nhân dân chủ động cung cấp cho cơ quan chức năng "
                + tips.all().words() + " tin"
                + (valuable == null ? "" : ", trong đó có " + valuable.words() + " tin có giá trị")
                + (tips.subjects().isEmpty() ? "" : " liên quan đến " + String.join(", ", tips.subjects()))
                + ".";
    }

    static String commendations(List<MovementFigures.Commendation> given) {
        if (given.isEmpty()) {
            return "Trong kỳ không ghi nhận quyết định khen thưởng nào.";
        }
        return given.stream()
                .map(line -> {
                    List<String> who = new ArrayList<>();
                    add(who, line.collectives(), "tập thể");
                    add(who, line.persons(), "cá nhân");
                    add(who, line.households(), "hộ gia đình");
                    return line.by() + " tặng " + VietnameseFormat.inSentence(line.form()) + " cho "
                            + String.join(", ", who) + " có thành tích trong phong trào toàn dân bảo vệ ANTQ.";
                })
                .collect(Collectors.joining(" "));
    }

    private static void add(List<String> words, long count, String what) {
        if (count > 0) {
            words.add(VietnameseFormat.count(count) + " " + what);
        }
    }

    /** "Phát động phong trào thi đua năm 2019 với 7 nội dung". */
    static String drives(List<MovementFigures.Drive> drives) {
        return drives.stream()
                .map(drive -> {
                    Integer contents = drive.contents();
                    return "Phát động phong trào thi đua năm " + drive.year()
                            + (drive.name().isBlank() ? "" : " “" + drive.name() + "”")
                            + (contents == null ? "" : " với " + contents + " nội dung") + ".";
                })
                .collect(Collectors.joining(" "));
    }

    static String models(List<MovementFigures.Model> models) {
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
