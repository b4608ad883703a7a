package vn.anttmap.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.report.Block.Cell;
import vn.anttmap.safety.AreaSafety;
import vn.anttmap.safety.AssessmentCriteria;
import vn.anttmap.safety.SafetyAssessments;
import vn.anttmap.safety.SafetyStatus;
import vn.anttmap.safety.SafetyYear;
import vn.anttmap.safety.YearFacts;
import vn.anttmap.territory.Ground;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;
import vn.anttmap.territory.VietnamTime;

/**
 * The papers of the title, filled in from what is on record. Their layout is that of every administrative document; the
 * models that belong to Thông tư 124/2021 have not been read, so the wording has to be checked before it is signed.
 */
@Service
class TitleForms {

    private static final String TITLE = "“An toàn về an ninh, trật tự”";

    /** What is filled in by hand. */
    private static final String TO_FILL_IN = "…………";

    private static final String ROOM_FOR_NUMBER = "        ";
    private static final String COMMITTEE = "Ủy ban nhân dân ";
    private static final Set<SafetyStatus> PROPOSED =
            Set.of(SafetyStatus.SELF_ASSESSED, SafetyStatus.UNDER_REVIEW, SafetyStatus.RECOGNISED);

    private final SafetyAssessments assessments;
    private final AssessmentCriteria criteria;
    private final YearFacts facts;
    private final Territory territory;
    private final UnitWords words;
    private final ReportSettings settings;
    private final Clock clock;

    TitleForms(
            SafetyAssessments assessments,
            AssessmentCriteria criteria,
            YearFacts facts,
            Territory territory,
            UnitWords words,
            ReportSettings settings,
            Clock clock) {
        this.assessments = assessments;
        this.criteria = criteria;
        this.facts = facts;
        this.territory = territory;
        this.words = words;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param window the days that the year is judged by */
    record Made(ReportDocument document, Unit unit, SafetyYear.Window window) {}

    /**
     * A paper of the year.
     *
     * @param unitId a commune for the proposal and the decision, a residential area or a commune for the certificate
     * @throws UserProblem if the account may not take papers out or does not see the unit, if the unit is of the wrong
     *     level, or if there is nothing to propose, decide or certify
     */
    @Transactional(readOnly = true)
    Made make(AccountView account, long unitId, TitleForm form, int year) {
        account.require(Right.READ_MAP);
        account.require(Right.EXPORT_DATA);
        Unit unit = territory.get(account, unitId);
        boolean certificate = form == TitleForm.CERTIFICATE;
        if (unit.level() != UnitLevel.COMMUNE && !(certificate && unit.level() == UnitLevel.RESIDENTIAL_AREA)) {
            throw UserProblem.of(
                    Kind.UNPROCESSABLE, certificate ? "form-wants-area" : "form-wants-commune", unit.fullName());
        }
        SafetyYear all = assessments.statuses(account, year, null, UnitWords.VI);
        Writing writing =
                new Writing(account, unit, all, criteria.of(account, year).name());
        ReportDocument document =
                switch (form) {
                    case PROPOSAL -> proposal(writing);
                    case DECISION -> decision(writing);
                    case CERTIFICATE -> certificate(writing);
                };
        boolean ofCommune = certificate && unit.level() == UnitLevel.COMMUNE;
        return new Made(
                document,
                unit,
                ofCommune ? all.windows().commune() : all.windows().residentialArea());
    }

    /** @param instrument by which the year is judged */
    private record Writing(AccountView account, Unit unit, SafetyYear all, String instrument) {

        int year() {
            return all.year();
        }

        String name() {
            return VietnameseFormat.inSentence(unit.fullName());
        }

        String standard() {
            return "đạt tiêu chuẩn " + TITLE + " năm " + year();
        }
    }

    private ReportDocument proposal(Writing writing) {
        List<AreaSafety> areas = areas(writing);
        List<AreaSafety> proposed = areas.stream()
                .filter(area -> PROPOSED.contains(SafetyStatus.ofKey(area.status())))
                .toList();
        if (proposed.isEmpty()) {
            throw UserProblem.of(
                    Kind.UNPROCESSABLE,
                    "form-nothing-to-propose",
                    writing.unit().fullName(),
                    String.valueOf(writing.year()));
        }
        SafetyYear.Window window = writing.all().windows().residentialArea();
        String police = "Công an " + writing.name();
        List<Block> body = new ArrayList<>();
        body.add(new Block.Paragraph("Kính gửi: " + COMMITTEE + writing.name() + "."));
        body.add(new Block.Paragraph("Căn cứ " + writing.instrument() + ";"));
        body.add(new Block.Paragraph(
                "Căn cứ kết quả đăng ký, tự đánh giá của các khu dân cư và kết quả thẩm định năm " + writing.year()
                        + " (kỳ xét từ ngày " + VietnameseFormat.day(window.from()) + " đến ngày "
                        + VietnameseFormat.day(window.to()) + "),"));
        body.add(new Block.Paragraph(police + " đề nghị " + COMMITTEE + writing.name() + " xem xét, công nhận "
                + ofAll(proposed, areas) + " khu dân cư " + writing.standard() + ", gồm:"));
        body.add(table("Danh sách khu dân cư đề nghị công nhận", writing, proposed, true));
        body.add(new Block.Paragraph(
                "Kính trình " + COMMITTEE + writing.name() + " xem xét, quyết định" + LetterLayout.END_OF_TEXT));
        return new ReportDocument(
                head(
                        writing,
                        "UBND " + upper(writing.unit()),
                        List.of("CÔNG AN", upper(writing.unit())),
                        ROOM_FOR_NUMBER + "/TTr"),
                "TỜ TRÌNH",
                List.of("Về việc đề nghị xét, công nhận khu dân cư", writing.standard()),
                body,
                new ReportDocument.Closing(List.of("- Như trên;", "- Lưu: VT."), List.of("TRƯỞNG CÔNG AN")));
    }

    private ReportDocument decision(Writing writing) {
        List<AreaSafety> recognised = recognised(areas(writing));
        if (recognised.isEmpty()) {
            throw UserProblem.of(
                    Kind.UNPROCESSABLE,
                    "form-nothing-decided",
                    writing.unit().fullName(),
                    String.valueOf(writing.year()));
        }
        List<Block> body = new ArrayList<>();
        body.add(new Block.Centred(COMMITTEE.toUpperCase(UnitWords.VI).strip() + " " + upper(writing.unit())));
        body.add(new Block.Paragraph("Căn cứ " + writing.instrument() + ";"));
        body.add(new Block.Paragraph("Xét đề nghị của Trưởng Công an " + writing.name() + ","));
        body.add(new Block.Centred("QUYẾT ĐỊNH:"));
        body.add(new Block.Paragraph("Điều 1. Công nhận " + VietnameseFormat.count(recognised.size())
                + " khu dân cư thuộc " + writing.name() + " " + writing.standard() + " (có danh sách kèm theo)."));
        body.add(new Block.Paragraph("Điều 2. Khu dân cư có tên tại Điều 1 được cấp Giấy công nhận."));
        body.add(new Block.Paragraph("Điều 3. Quyết định này có hiệu lực kể từ ngày ký."));
        body.add(new Block.Paragraph("Điều 4. Văn phòng " + COMMITTEE + writing.name() + ", Công an " + writing.name()
                + " và các khu dân cư có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này"
                + LetterLayout.END_OF_TEXT));
        body.add(table("Danh sách khu dân cư " + writing.standard(), writing, recognised, false));
        return new ReportDocument(
                head(
                        writing,
                        words.committeeAbove(writing.unit()).orElse(null),
                        words.committee(writing.unit()),
                        number(commonDecision(recognised), "QĐ-UBND")),
                "QUYẾT ĐỊNH",
                List.of("Về việc công nhận khu dân cư", writing.standard()),
                body,
                new ReportDocument.Closing(
                        List.of("- Như Điều 4;", "- Lưu: VT."), List.of("TM. ỦY BAN NHÂN DÂN", settings.signer())));
    }

    private ReportDocument certificate(Writing writing) {
        YearFacts.Facts known =
                facts.of(writing.account(), writing.year(), writing.unit().id());
        if (known.status() != SafetyStatus.RECOGNISED) {
            throw UserProblem.of(
                    Kind.UNPROCESSABLE,
                    "form-not-recognised",
                    writing.unit().fullName(),
                    String.valueOf(writing.year()));
        }
        Unit by = words.recogniser(writing.unit());
        String committee = COMMITTEE + VietnameseFormat.inSentence(by.fullName());
        boolean ofCommune = writing.unit().level() == UnitLevel.COMMUNE;
        LocalDate decided = known.decisionDate();
        return new ReportDocument(
                new ReportDocument.Letterhead(
                        words.committeeAbove(by).orElse(null),
                        words.committee(by),
                        number(known.certificateNumber(), "GCN-UBND"),
                        by.name(),
                        VietnamTime.today(clock)),
                "GIẤY CÔNG NHẬN",
                List.of((ofCommune ? VietnameseFormat.capital(UnitWords.kind(writing.unit())) : "Khu dân cư") + " "
                        + writing.standard()),
                List.of(
                        new Block.Paragraph(committee + " công nhận:"),
                        new Block.Centred(upper(writing.unit())),
                        new Block.Paragraph(VietnameseFormat.capital(writing.standard()) + ", theo Quyết định số "
                                + (known.decisionNumber() == null ? TO_FILL_IN : known.decisionNumber()) + " ngày "
                                + (decided == null ? TO_FILL_IN : VietnameseFormat.day(decided)) + " của " + committee
                                + LetterLayout.END_OF_TEXT)),
                new ReportDocument.Closing(
                        List.of("- " + writing.unit().fullName() + ";", "- Lưu: VT."),
                        List.of("TM. ỦY BAN NHÂN DÂN", settings.signer())));
    }

    private ReportDocument.Letterhead head(
            Writing writing, @Nullable String superior, List<String> authority, String number) {
        return new ReportDocument.Letterhead(
                superior, authority, number, words.authority(writing.unit()).name(), VietnamTime.today(clock));
    }

    /** A number that is on record as it stands there, else room for one. */
    private static String number(@Nullable String known, String code) {
        if (known == null) {
            return ROOM_FOR_NUMBER + "/" + code;
        }
        return known.contains("/") ? known : known + "/" + code;
    }

    /** The decision's number where all areas have the same. */
    private static @Nullable String commonDecision(List<AreaSafety> areas) {
        List<Optional<String>> numbers = areas.stream()
                .map(area -> Optional.ofNullable(area.decisionNumber()))
                .distinct()
                .toList();
        return numbers.size() == 1 ? numbers.get(0).orElse(null) : null;
    }

    private List<AreaSafety> areas(Writing writing) {
        Ground ground = territory.ground(
                writing.account(), writing.unit().id(), writing.all().boundaryDay());
        return writing.all().areas().stream()
                .filter(area -> area.level().equals(UnitLevel.RESIDENTIAL_AREA.key()) && ground.contains(area.id()))
                .toList();
    }

    private static List<AreaSafety> recognised(List<AreaSafety> areas) {
        return areas.stream()
                .filter(area -> area.status().equals(SafetyStatus.RECOGNISED.key()))
                .toList();
    }

    private static String ofAll(List<AreaSafety> part, List<AreaSafety> all) {
        return VietnameseFormat.count(part.size()) + "/" + VietnameseFormat.count(all.size());
    }

    private Block.Table table(String title, Writing writing, List<AreaSafety> areas, boolean households) {
        List<List<Cell>> rows = new ArrayList<>();
        for (AreaSafety area : areas) {
            YearFacts.Facts known = facts.of(writing.account(), writing.year(), area.id());
            rows.add(List.of(
                    Cell.of((rows.size() + 1) + ". " + area.fullName()),
                    Cell.of(households ? signedUp(known) : text(known.certificateNumber()))));
        }
        return new Block.Table(
                title, List.of("Khu dân cư", households ? "Hộ đăng ký/tổng số hộ" : "Số Giấy công nhận"), rows, null);
    }

    private static String signedUp(YearFacts.Facts known) {
        return known.householdsRegistered() == null || known.householdsTotal() == null
                ? TO_FILL_IN
                : VietnameseFormat.number(known.householdsRegistered()) + "/"
                        + VietnameseFormat.number(known.householdsTotal());
    }

    private static String text(@Nullable String known) {
        return known == null ? TO_FILL_IN : known;
    }

    private static String upper(Unit unit) {
        return unit.fullName().toUpperCase(UnitWords.VI);
    }
}
