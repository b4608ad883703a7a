package vn.anttmap.safety;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.anttmap.territory.VietnamTime;

/**
 * All that was recorded about one area's year, oldest first. Entries are only ever added, each not before the one that
 * precedes it: what holds at the end of a past day is the same whenever it is asked for.
 */
record YearHistory(List<Step> steps, List<Judgement> judgements) {

    static final YearHistory NONE = new YearHistory(List.of(), List.of());

    YearHistory {
        steps = List.copyOf(steps);
        judgements = List.copyOf(judgements);
    }

    /** @param criteriaSet by which a decision was taken; null for other steps and for decisions of old data */
    record Step(
            long id,
            SafetyStatus status,
            Instant at,
            String by,
            StepFacts facts,
            @Nullable String note,
            @Nullable String criteriaSet,
            boolean synthetic) {

        LocalDate on() {
            return VietnamTime.dayOf(at);
        }
    }

    /** @param hint the figures of that moment as JSON; null without any */
    record Judgement(
            long id,
            long criterionId,
            long criterionVersion,
            String code,
            Verdict verdict,
            @Nullable String evidence,
            @Nullable String documentId,
            Instant at,
            String by,
            @Nullable String hint) {}

    /** What had been recorded by the end of a day in Vietnam. */
    YearHistory asOf(LocalDate day) {
        Instant end = endOf(day);
        return new YearHistory(
                steps.stream().filter(step -> step.at().isBefore(end)).toList(),
                judgements.stream()
                        .filter(judgement -> judgement.at().isBefore(end))
                        .toList());
    }

    /** The first moment after a day in Vietnam. */
    static Instant endOf(LocalDate day) {
        return VietnamTime.endOf(day);
    }

    /** The moment to write down for what happens now: never before what is written already, should the clock go back. */
    Instant next(Instant now) {
        Instant last = Instant.MIN;
        if (!steps.isEmpty()) {
            last = steps.get(steps.size() - 1).at();
        }
        if (!judgements.isEmpty() && judgements.get(judgements.size() - 1).at().isAfter(last)) {
            last = judgements.get(judgements.size() - 1).at();
        }
        return now.isBefore(last) ? last : now;
    }

    SafetyStatus status() {
        return steps.isEmpty()
                ? SafetyStatus.NOT_REGISTERED
                : steps.get(steps.size() - 1).status();
    }

    /** Whether what stands was made up for demonstration. */
    boolean synthetic() {
        return !steps.isEmpty() && steps.get(steps.size() - 1).synthetic();
    }

    @Nullable Step lastStep() {
        return steps.isEmpty() ? null : steps.get(steps.size() - 1);
    }

    /** The judgement that holds for each criterion, by its id. */
    Map<Long, Judgement> holding() {
        Map<Long, Judgement> holding = new LinkedHashMap<>();
        judgements.forEach(judgement -> holding.put(judgement.criterionId(), judgement));
        return holding;
    }

    YearRules.Standing standing() {
        return new YearRules.Standing(
                status(),
                holding().values().stream().collect(Collectors.toMap(Judgement::criterionId, Judgement::verdict)));
    }

    /**
     * A fact as it was given last. Steps towards a decision add to one another; what belongs to a decision counts only for
     * the one that stands.
     */
    <T> @Nullable T latest(SafetyStatus of, Function<StepFacts, @Nullable T> fact) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            Step step = steps.get(i);
            boolean sameKind = step.status() == of;
            if (!sameKind && (of.decided() || of == SafetyStatus.NOT_CONSIDERED)) {
                return null;
            }
            T value = sameKind ? fact.apply(step.facts()) : null;
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    @Nullable Integer householdsTotal() {
        return latest(SafetyStatus.REGISTERED, StepFacts::householdsTotal);
    }

    @Nullable Integer householdsRegistered() {
        return latest(SafetyStatus.REGISTERED, StepFacts::householdsRegistered);
    }
}
