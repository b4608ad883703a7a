package vn.anttmap.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Role;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.safety.AssessmentSteps;
import vn.anttmap.safety.SafetyStatus;
import vn.anttmap.safety.SyntheticAssessment;
import vn.anttmap.testing.DemoDataContract;
import vn.anttmap.testing.Office;
import vn.anttmap.testing.TestFolders;

/** Papers of the demonstration data: four of the five khu phố of the old town were recognised for 2018. */
abstract class TitleFormContract extends DemoDataContract {

    private static final String KHU_PHO_1 = "hamlet-15394-khu-pho-1-2019";
    private static final String KHU_PHO_2 = "hamlet-15394-khu-pho-2-2019";

    @Autowired
    TitleForms forms;

    @Autowired
    DocxReportWriter writer;

    @Autowired
    AssessmentSteps assessments;

    @Test
    void theDecisionNamesWhoWasRecognisedUnderTheNumberOnRecord() {
        ReportDocument decision = make(leader(OLD_TOWN), OLD_TOWN, TitleForm.DECISION, 2018);

        assertThat(decision.type()).isEqualTo("QUYẾT ĐỊNH");
        assertThat(decision.head().authority()).containsExactly("ỦY BAN NHÂN DÂN", "THỊ TRẤN QUÁN LÀO");
        assertThat(decision.head().superior()).isEqualTo("UBND HUYỆN YÊN ĐỊNH");
        assertThat(decision.head().number()).isEqualTo("28/QĐ-UBND (minh hoạ)");
        assertThat(paragraphs(decision))
                .contains("Căn cứ Thông tư 23/2012/TT-BCA;")
                .contains("Điều 1. Công nhận 04 khu dân cư thuộc thị trấn Quán Lào đạt tiêu chuẩn “An toàn về an ninh,"
                        + " trật tự” năm 2018 (có danh sách kèm theo).")
                .anyMatch(text -> text.startsWith("Điều 4.") && text.endsWith("./."));
        assertThat(names(decision)).containsExactly("1. Khu phố 1", "2. Khu phố 3", "3. Khu phố 4", "4. Khu phố 5");
    }

    /** For 2019 the five stand at recognised, not recognised, under review, self-assessed and registered. */
    @Test
    void theProposalNamesWhoHasFinishedTheSelfAssessment() {
        ReportDocument proposal = make(leader(OLD_TOWN), OLD_TOWN, TitleForm.PROPOSAL, 2019);

        assertThat(proposal.type()).isEqualTo("TỜ TRÌNH");
        assertThat(proposal.head().authority()).containsExactly("CÔNG AN", "THỊ TRẤN QUÁN LÀO");
        assertThat(names(proposal)).hasSize(3);
        assertThat(paragraphs(proposal))
                .contains("Kính gửi: Ủy ban nhân dân thị trấn Quán Lào.")
                .anyMatch(text -> text.contains("xem xét, công nhận 03/05 khu dân cư"))
                .anyMatch(text -> text.contains("(kỳ xét từ ngày 01/11/2018 đến ngày 31/10/2019)"));
        // Nobody has written the households down.
        assertThat(table(proposal).rows()).allMatch(row -> row.get(1).text().equals("…………"));
    }

    @Test
    void theCertificateIsOfOneAreaAndOpensInAnOffice() throws IOException {
        ReportDocument certificate = make(leader(OLD_TOWN), KHU_PHO_1, TitleForm.CERTIFICATE, 2018);

        Path docx = TestFolders.create("form-").resolve("giay-cong-nhan.docx");
        try (OutputStream target = Files.newOutputStream(docx)) {
            writer.write(certificate, target);
        }

        // Where a line is justified, the text of the PDF has blanks inside its words.
        assertThat(Office.textOf(Office.toPdf(docx)).replaceAll("\\s+", ""))
                .contains("CỘNGHÒAXÃHỘICHỦNGHĨAVIỆTNAM")
                .contains("GIẤYCÔNGNHẬN")
                .contains("KHUPHỐ1")
                .contains("Đạttiêuchuẩn“Antoànvềanninh,trậttự”năm2018,theoQuyếtđịnhsố28/QĐ-UBND");
    }

    /** While there were districts, theirs recognised a commune. */
    @Test
    void aCommuneHasItsOwnCertificateFromTheDistrict() {
        assessments.load(List.of(new SyntheticAssessment(
                unit(OLD_TOWN),
                2018,
                SafetyStatus.RECOGNISED,
                LocalDate.of(2018, 12, 20),
                "contract-certificate",
                "77/QĐ-UBND",
                null)));

        ReportDocument certificate = make(leader(OLD_TOWN), OLD_TOWN, TitleForm.CERTIFICATE, 2018);

        assertThat(certificate.head().authority()).containsExactly("ỦY BAN NHÂN DÂN", "HUYỆN YÊN ĐỊNH");
        assertThat(certificate.head().superior()).isEqualTo("UBND TỈNH THANH HOÁ");
        assertThat(certificate.head().place()).isEqualTo("Yên Định");
        assertThat(certificate.subject())
                .containsExactly("Thị trấn đạt tiêu chuẩn “An toàn về an ninh, trật tự” năm 2018");
        assertThat(paragraphs(certificate))
                .contains("Ủy ban nhân dân huyện Yên Định công nhận:")
                .anyMatch(text ->
                        text.contains("theo Quyết định số 77/QĐ-UBND ngày ………… của Ủy ban nhân dân huyện Yên Định"));
    }

    @Test
    void nothingIsCertifiedThatWasNotDecided() {
        refused("form-not-recognised", leader(OLD_TOWN), KHU_PHO_2, TitleForm.CERTIFICATE, 2018);
        refused("form-nothing-decided", leader(OLD_TOWN), OLD_TOWN, TitleForm.DECISION, 2016);
        refused("form-nothing-to-propose", leader(OLD_TOWN), OLD_TOWN, TitleForm.PROPOSAL, 2016);
        refused("form-wants-commune", leader(HUYEN_YEN_DINH), HUYEN_YEN_DINH, TitleForm.DECISION, 2018);
        refused("form-wants-area", leader(HUYEN_YEN_DINH), HUYEN_YEN_DINH, TitleForm.CERTIFICATE, 2018);
        // Of the town itself nothing was ever recorded.
        refused("form-not-recognised", leader(OLD_TOWN), OLD_TOWN, TitleForm.CERTIFICATE, 2018);
    }

    @Test
    void keepsToTheAccountsTerritoryAndRights() {
        AccountView administrator = account("administrator", Role.ADMINISTRATOR, Set.of(), OLD_TOWN);

        assertThatThrownBy(() -> make(administrator, OLD_TOWN, TitleForm.DECISION, 2018))
                .isInstanceOf(UserProblem.class);
        assertThatThrownBy(() -> make(leader(HUYEN_TRA_LINH), OLD_TOWN, TitleForm.DECISION, 2018))
                .isInstanceOf(UserProblem.class);
    }

    private void refused(String code, AccountView account, String unitKey, TitleForm form, int year) {
        assertThatThrownBy(() -> make(account, unitKey, form, year))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining(code);
    }

    private ReportDocument make(AccountView account, String unitKey, TitleForm form, int year) {
        return forms.make(account, unit(unitKey), form, year).document();
    }

    private static List<String> paragraphs(ReportDocument document) {
        return document.body().stream()
                .filter(Block.Paragraph.class::isInstance)
                .map(block -> ((Block.Paragraph) block).text())
                .toList();
    }

    private static Block.Table table(ReportDocument document) {
        return document.body().stream()
                .filter(Block.Table.class::isInstance)
                .map(Block.Table.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(ReportDocument document) {
        return table(document).rows().stream().map(row -> row.get(0).text()).toList();
    }
}
