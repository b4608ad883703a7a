package vn.anttmap.safety;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.movement.MovementFigures;
import vn.anttmap.territory.Ground;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;

/**
 * What a commune's own year asks of what lies in it: under Thông tư 23/2012 that 70 % of its residential areas are
 * recognised, under Thông tư 124/2021 that all residential areas, agencies, enterprises and schools are registered and
 * 70 % of all of them recognised.
 */
@Component
class CommuneShares {

    private final Territory territory;
    private final AssessmentRecords records;
    private final RecordedStatuses recorded;
    private final OrganizationTable organizations;
    private final MovementFigures movement;
    private final MessageSource messages;

    CommuneShares(
            Territory territory,
            AssessmentRecords records,
            RecordedStatuses recorded,
            OrganizationTable organizations,
            MovementFigures movement,
            MessageSource messages) {
        this.territory = territory;
        this.records = records;
        this.recorded = recorded;
        this.organizations = organizations;
        this.movement = movement;
        this.messages = messages;
    }

    /** Thông tư 23/2012, Article 6: residential areas only. */
    Share recognisedAreas(CriterionHints.Question question) {
        Tally areas = Tally.of(areas(question));
        return Share.seventyPercent("recognised", areas.recognised(), areas.all());
    }

    /** Thông tư 124/2021, Article 5(4): four kinds. */
    List<Share> ofAllKinds(CriterionHints.Question question) {
        List<Tally> tallies = List.copyOf(tallies(question).values());
        int all = tallies.stream().mapToInt(Tally::all).sum();
        return List.of(
                Share.all(
                        "registered",
                        tallies.stream().mapToInt(Tally::registered).sum(),
                        all),
                Share.seventyPercent(
                        "recognised",
                        tallies.stream().mapToInt(Tally::recognised).sum(),
                        all));
    }

    /** Each kind for itself: how many there are, are registered and recognised. */
    List<CriterionHint.Line> lines(CriterionHints.Question question, String figure) {
        List<CriterionHint.Line> lines = new ArrayList<>();
        tallies(question).forEach((kind, tally) -> {
            if (figure.equals("registered-and-recognised-share") || kind == CriterionSubject.RESIDENTIAL_AREA) {
                String name = messages.getMessage("label.subject." + kind.key(), null, question.locale());
                lines.add(line(kind, "all", name, tally.all(), question.locale()));
                lines.add(line(kind, "registered", name, tally.registered(), question.locale()));
                lines.add(line(kind, "recognised", name, tally.recognised(), question.locale()));
            }
        });
        return lines;
    }

    /** Models of the movement that stand in the commune on the last day of its window. */
    int standingModels(CriterionHints.Question question) {
        AccountView account = question.account();
        LocalDate day = question.window().to();
        Ground ground = territory.ground(account, question.unit().id(), day);
        if (question.asOf() != null) {
            return movement.standingModels(account, ground, question.asOf());
        }
        return (int)
                movement
                        .of(
                                account,
                                ground,
                                question.window().from(),
                                question.window().to(),
                                question.locale())
                        .models()
                        .stream()
                        .mapToLong(MovementFigures.Models::standing)
                        .sum();
    }

    private CriterionHint.Line line(CriterionSubject kind, String what, String name, int count, Locale locale) {
        return new CriterionHint.Line(
                kind.key() + "-" + what,
                messages.getMessage("label.tally." + what, new Object[] {name}, locale),
                count,
                null);
    }

    private Map<CriterionSubject, Tally> tallies(CriterionHints.Question question) {
        Map<CriterionSubject, Tally> tallies = new java.util.LinkedHashMap<>();
        tallies.put(CriterionSubject.RESIDENTIAL_AREA, Tally.of(areas(question)));
        LocalDate day = question.window().to();
        Ground ground = territory.ground(question.account(), question.unit().id(), day);
        Map<UUID, SafetyStatus> statuses = new HashMap<>();
        organizations
                .steps(question.year(), question.asOf())
                .forEach(step -> statuses.put(step.organizationId(), step.status()));
        List<OrganizationTable.Row> own = organizations.standing(question.asOf()).stream()
                .filter(row -> row.content().holdsOn(day)
                        && ground.registerIds().contains(row.content().communeUnitId()))
                .toList();
        for (CriterionSubject kind :
                List.of(CriterionSubject.AGENCY, CriterionSubject.ENTERPRISE, CriterionSubject.SCHOOL)) {
            tallies.put(
                    kind,
                    Tally.of(own.stream()
                            .filter(row -> row.content().kind() == kind)
                            .map(row -> statuses.getOrDefault(row.id(), SafetyStatus.NOT_REGISTERED))
                            .toList()));
        }
        return tallies;
    }

    /** Statuses of the commune's residential areas on the last day of its window on which it stood. */
    private List<SafetyStatus> areas(CriterionHints.Question question) {
        Unit commune = question.unit();
        LocalDate day = question.window().lastDayOf(commune);
        Map<Long, RecordedStatus> byUnit = recorded.byUnit(question.year(), question.asOf());
        return territory.listOn(question.account(), UnitLevel.RESIDENTIAL_AREA, day).stream()
                .filter(area -> territory
                        .ancestor(area, UnitLevel.COMMUNE)
                        .filter(above -> above.id() == commune.id())
                        .isPresent())
                .map(area ->
                        records.of(area, byUnit).map(RecordedStatus::status).orElse(SafetyStatus.NOT_REGISTERED))
                .toList();
    }
}
