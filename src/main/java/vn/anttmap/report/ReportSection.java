package vn.anttmap.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/** The sections of a period report in the order of the reports that communes and districts write. */
enum ReportSection {
    SITUATION("Đặc điểm, tình hình an ninh, trật tự"),
    LEADERSHIP("Công tác lãnh đạo, chỉ đạo"),
    OUTREACH("Công tác tuyên truyền, vận động"),
    TIPS("Quần chúng nhân dân cung cấp thông tin"),
    FORCES("Lực lượng và mô hình bảo đảm ANTT ở cơ sở"),
    SAFETY_TITLE("Kết quả xây dựng địa bàn “An toàn về an ninh, trật tự”"),
    COMMENDATIONS("Công tác khen thưởng"),
    SHORTCOMINGS("Tồn tại, hạn chế và nguyên nhân"),
    DIRECTION("Phương hướng, nhiệm vụ thời gian tới");

    private static final List<String> NUMBERS = List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX");

    private final String title;

    ReportSection(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** With the number of the section in front. */
    String heading() {
        return NUMBERS.get(ordinal()) + ". " + title;
    }

    /** As it stands in the database and in answers: {@code safety-title}. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws UserProblem naming the known keys */
    static ReportSection ofKey(String key) {
        return Arrays.stream(values())
                .filter(section -> section.key().equals(key))
                .findFirst()
                .orElseThrow(() -> UserProblem.of(
                                Kind.INVALID,
                                "choice-unknown",
                                "texts",
                                Arrays.stream(values()).map(ReportSection::key).collect(Collectors.joining(", ")))
                        .at("texts", key));
    }
}
