package vn.anttmap.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.incident.IncidentCounts;
import vn.anttmap.node.Installation;
import vn.anttmap.territory.Territory;

/** Makes the report of a unit of any level and day for any period, under the account's jurisdiction and rights. */
@Service
class PeriodReports {

    private final Territory territory;
    private final IncidentFigures incidents;
    private final IncidentCounts counts;
    private final ReportedMovement movement;
    private final PlacePart placePart;
    private final IncidentPart incidentPart;
    private final MovementPart movementPart;
    private final SafetyPart safetyPart;
    private final ReportTexts texts;
    private final UnitWords words;
    private final Installation installation;

    PeriodReports(
            Territory territory,
            IncidentFigures incidents,
            IncidentCounts counts,
            ReportedMovement movement,
            PlacePart placePart,
            IncidentPart incidentPart,
            MovementPart movementPart,
            SafetyPart safetyPart,
            ReportTexts texts,
            UnitWords words,
            Installation installation) {
        this.territory = territory;
        this.incidents = incidents;
        this.counts = counts;
        this.movement = movement;
        this.placePart = placePart;
        this.incidentPart = incidentPart;
        this.movementPart = movementPart;
        this.safetyPart = safetyPart;
        this.texts = texts;
        this.words = words;
        this.installation = installation;
    }

    /**
     * The report with all its figures.
     *
     * @param areaId a unit of any level and day
     * @param boundaryDay the day whose areas the figures are counted in; null for the last day of the period
     * @throws vn.anttmap.problem.UserProblem if the account may not take figures out, or does not see the unit
     */
    @Transactional(readOnly = true)
    PeriodReport report(AccountView account, long areaId, ReportPeriod period, @Nullable LocalDate boundaryDay) {
        return report(account, areaId, period, boundaryDay, ReportProgress.SILENT);
    }

    /**
     * The same.
     *
     * @param progress told of each section; not before the question is found to be in order
     */
    @Transactional(readOnly = true)
    PeriodReport report(
            AccountView account,
            long areaId,
            ReportPeriod period,
            @Nullable LocalDate boundaryDay,
            ReportProgress progress) {
        account.require(Right.READ_MAP);
        account.require(Right.EXPORT_DATA);
        ReportQuestion question = new ReportQuestion(
                account, territory.ground(account, areaId, boundaryDay == null ? period.to() : boundaryDay), period);
        progress.now("movement", 0, ReportProgress.STEPS);
        ReportedMovement.Answer moved = movement.of(account, question.ground(), period);
        Map<ReportSection, String> written = texts.of(areaId, period);
        List<PeriodReport.Part> parts = new ArrayList<>();
        for (ReportSection section : ReportSection.values()) {
            progress.now(section.key(), parts.size() + 1, ReportProgress.STEPS);
            parts.add(new PeriodReport.Part(
                    section, computed(section, question, moved), written.getOrDefault(section, "")));
        }
        boolean restrictedLeftOut = counts.leavesOutRestricted(account);
        return new PeriodReport(
                question.unit().ref(),
                "Tình hình an ninh, trật tự và phong trào toàn dân bảo vệ an ninh Tổ quốc",
                period.from(),
                period.to(),
                question.boundaryDay(),
                parts,
                notes(question, restrictedLeftOut),
                restrictedLeftOut);
    }

    private List<Block> computed(ReportSection section, ReportQuestion question, ReportedMovement.Answer moved) {
        return switch (section) {
            case SITUATION -> {
                List<Block> blocks = new ArrayList<>();
                blocks.add(placePart.of(question));
                blocks.addAll(incidentPart.of(question, incidents.of(question)));
                yield blocks;
            }
            case SAFETY_TITLE -> safetyPart.of(question);
            default -> movementPart.of(section, question, moved);
        };
    }

    private List<String> notes(ReportQuestion question, boolean restrictedLeftOut) {
        List<String> notes = new ArrayList<>();
        notes.add("Số liệu của " + words.name(question.unit()) + " được tính theo địa giới ngày "
                + VietnameseFormat.day(question.boundaryDay()) + ".");
        if (restrictedLeftOut) {
            notes.add("Số liệu vụ việc không gồm các loại vụ việc hạn chế xem.");
        }
        if (installation.demo()) {
            notes.add("Báo cáo lập từ bản dùng thử: phần lớn số liệu là dữ liệu minh hoạ, không phải số liệu thật.");
        }
        return notes;
    }
}
