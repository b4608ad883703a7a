package vn.anttmap.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.anttmap.movement.Amount;

/** The figures of huyện Trà Lĩnh's document of 04/4/2019: "hơn" is part of the figure. */
class MovementSentencesTests {

    @Test
    void outreachCountsSessionsAndAttendances() {
        assertThat(MovementSentences.outreach(List.of(
                        new ReportedMovement.Outreach(
                                "tuyên truyền tại các xã, thị trấn", Amount.exactly(38), "cuộc", more(1500)),
                        new ReportedMovement.Outreach(
                                "tuyên truyền tại các xóm", Amount.exactly(156), "đợt", more(5500)))))
                .isEqualTo("Tuyên truyền tại các xã, thị trấn được 38 cuộc với hơn 1.500 lượt người tham gia; tuyên"
                        + " truyền tại các xóm được 156 đợt với hơn 5.500 lượt người tham gia.");
    }

    @Test
    void tipsSayHowManyWereOfValue() {
        assertThat(MovementSentences.tips(new ReportedMovement.Tips(
                        more(300), Amount.exactly(270), List.of("an ninh biên giới", "trật tự an toàn xã hội"))))
                .contains("hơn 300 tin, trong đó có 270 tin có giá trị liên quan đến an ninh biên giới, trật tự an toàn"
                        + " xã hội");
    }

    @Test
    void aDriveSaysItsContents() {
        assertThat(MovementSentences.drives(List.of(new ReportedMovement.Drive("Phong trào thi đua năm 2019", 7))))
                .isEqualTo("Phát động phong trào thi đua năm 2019 với 07 nội dung.");
    }

    @Test
    void commendationsSayWhoWasGivenWhat() {
        assertThat(MovementSentences.commendations(List.of(new ReportedMovement.Commendation(
                        "UBND huyện Trà Lĩnh",
                        "Giấy khen",
                        List.of(
                                new ReportedMovement.Honoured("tập thể", Amount.exactly(3)),
                                new ReportedMovement.Honoured("cá nhân", null))))))
                .isEqualTo(
                        "UBND huyện Trà Lĩnh tặng giấy khen cho 03 tập thể, các cá nhân có thành tích trong phong trào"
                                + " toàn dân bảo vệ ANTQ.");
    }

    @Test
    void modelsSayHowManyAreNew() {
        assertThat(MovementSentences.models(List.of(
                        new ReportedMovement.Model("Đoạn đường tự quản", 4, 1),
                        new ReportedMovement.Model("Đội thanh niên xung kích", 1, 0))))
                .isEqualTo("Các mô hình: 04 mô hình “Đoạn đường tự quản” (trong đó xây dựng mới 01), 01 mô hình “Đội"
                        + " thanh niên xung kích”.");
    }

    @Test
    void aRegisterWithoutEntriesIsNotTheSameAsNoRegister() {
        assertThat(MovementSentences.outreach(List.of())).contains("không ghi nhận");
        assertThat(MovementSentences.tips(new ReportedMovement.Tips(Amount.exactly(0), null, List.of())))
                .contains("không ghi nhận");
    }

    @Test
    void leadershipNamesTheBasisTheCommitteesAndWhatWasHeld() {
        assertThat(MovementSentences.leadership(new ReportedMovement.Leadership(
                        List.of("Đề án 375", "Chỉ thị số 10"), List.of("BCĐ 138"), List.of())))
                .isEqualTo("Căn cứ: Đề án 375; Chỉ thị số 10. Lãnh đạo, chỉ đạo: BCĐ 138.");
    }

    private static Amount more(long value) {
        return new Amount(value, true);
    }
}
