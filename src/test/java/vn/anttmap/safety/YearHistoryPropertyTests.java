package vn.anttmap.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Role;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.territory.VietnamTime;

/** Random years under the rules alone: who tries what, when, and what is then on record. */
class YearHistoryPropertyTests {

    private static final List<YearRules.Needed> NEEDED =
            List.of(new YearRules.Needed(10, "4.1"), new YearRules.Needed(11, "4.2"), new YearRules.Needed(16, "4.3đ"));

    /** Written apart from the rules: which status may follow which, as the documents tell it. */
    private static final Map<SafetyStatus, Set<SafetyStatus>> AFTER = Map.of(
            SafetyStatus.NOT_REGISTERED, Set.of(SafetyStatus.REGISTERED, SafetyStatus.NOT_CONSIDERED),
            SafetyStatus.REGISTERED,
                    Set.of(SafetyStatus.SELF_ASSESSED, SafetyStatus.NOT_REGISTERED, SafetyStatus.NOT_CONSIDERED),
            SafetyStatus.SELF_ASSESSED,
                    Set.of(SafetyStatus.UNDER_REVIEW, SafetyStatus.REGISTERED, SafetyStatus.NOT_CONSIDERED),
            SafetyStatus.UNDER_REVIEW,
                    Set.of(
                            SafetyStatus.RECOGNISED,
                            SafetyStatus.NOT_RECOGNISED,
                            SafetyStatus.SELF_ASSESSED,
                            SafetyStatus.NOT_CONSIDERED),
            SafetyStatus.RECOGNISED, Set.of(SafetyStatus.NOT_RECOGNISED, SafetyStatus.UNDER_REVIEW),
            SafetyStatus.NOT_RECOGNISED, Set.of(SafetyStatus.RECOGNISED, SafetyStatus.UNDER_REVIEW),
            SafetyStatus.NOT_CONSIDERED, Set.of(SafetyStatus.NOT_REGISTERED));

    private static final Set<SafetyStatus> OF_LEADERS =
            Set.of(SafetyStatus.RECOGNISED, SafetyStatus.NOT_RECOGNISED, SafetyStatus.NOT_CONSIDERED);

    /** A year as it grows, with what it said at the end of each past day. */
    private static final class Year {

        private final Random random;
        private final Map<LocalDate, YearHistory> remembered = new TreeMap<>();
        private YearHistory history = YearHistory.NONE;
        private Instant now = Instant.parse("2025-01-01T00:00:00Z");

        Year(long seed) {
            random = new Random(seed);
        }

        void live(int actions) {
            for (int i = 0; i < actions; i++) {
                pass();
                Role role = Role.values()[random.nextInt(Role.values().length)];
                if (random.nextInt(3) == 0) {
                    judge(role);
                } else {
                    step(role);
                }
            }
            checkThePast();
        }

        /**
         * Mostly forwards; sometimes the clock goes back, as after a correction of the machine's time: before what was
         * written last, but not over a midnight after which nothing was written yet. That no record can tell.
         */
        private void pass() {
            LocalDate before = VietnamTime.dayOf(history.next(now));
            int minutes = random.nextInt(10) == 0 ? -random.nextInt(3_000) : random.nextInt(4_000);
            Instant wished = now.plus(Duration.ofMinutes(minutes));
            Instant midnight = before.atStartOfDay(VietnamTime.ZONE).toInstant();
            boolean lost = VietnamTime.dayOf(history.next(wished)).isBefore(before);
            now = lost ? midnight : wished;
            // A day is over once what would be written now belongs to a later one.
            if (VietnamTime.dayOf(history.next(now)).isAfter(before)) {
                remembered.putIfAbsent(before, history.asOf(before));
            }
        }

        private void step(Role role) {
            SafetyStatus next = SafetyStatus.values()[random.nextInt(SafetyStatus.values().length)];
            SafetyStatus before = history.status();
            boolean adding = random.nextInt(4) == 0;
            YearRules.Standing standing = history.standing();
            try {
                YearRules.checkStep(account(role), standing, next, adding, NEEDED);
            } catch (UserProblem refused) {
                return;
            }
            assertThat(next == before && adding || AFTER.get(before).contains(next))
                    .as(before + " to " + next)
                    .isTrue();
            boolean leads = OF_LEADERS.contains(next) || OF_LEADERS.contains(before);
            assertThat(role).isEqualTo(leads ? Role.LEADER : Role.OFFICER);
            if (next == SafetyStatus.RECOGNISED && before != next && standing.judged()) {
                assertThat(NEEDED).allMatch(each -> standing.verdicts().get(each.id()) == Verdict.MET);
            }
            List<YearHistory.Step> steps = new ArrayList<>(history.steps());
            steps.add(new YearHistory.Step(
                    steps.size(),
                    next,
                    history.next(now),
                    role.name(),
                    StepFacts.NONE,
                    null,
                    next.decided() ? "TT124-2021" : null,
                    false));
            history = new YearHistory(steps, history.judgements());
        }

        private void judge(Role role) {
            SafetyStatus status = history.status();
            try {
                YearRules.checkJudgement(account(role), history.standing());
            } catch (UserProblem refused) {
                return;
            }
            assertThat(status).isNotIn(SafetyStatus.NOT_REGISTERED, SafetyStatus.NOT_CONSIDERED);
            assertThat(role).isEqualTo(status.decided() ? Role.LEADER : Role.OFFICER);
            List<YearHistory.Judgement> judgements = new ArrayList<>(history.judgements());
            YearRules.Needed criterion = NEEDED.get(random.nextInt(NEEDED.size()));
            // Met more often than not, so that some years come to a recognition.
            Verdict verdict = random.nextInt(4) > 0 ? Verdict.MET : Verdict.values()[random.nextInt(3)];
            judgements.add(new YearHistory.Judgement(
                    judgements.size(),
                    criterion.id(),
                    0,
                    criterion.code(),
                    verdict,
                    null,
                    null,
                    history.next(now),
                    role.name(),
                    null));
            history = new YearHistory(history.steps(), judgements);
        }

        private void checkThePast() {
            remembered.forEach((day, then) -> {
                assertThat(history.asOf(day)).as("as of " + day).isEqualTo(then);
                assertThat(history.asOf(day).status()).isEqualTo(then.status());
            });
        }
    }

    /** Ten thousand years of forty attempts each; -Danttmap.histories=n for more. */
    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void whatAPastDaySaidNeverChangesAndNoIllegalStepIsStored(@ForAll long seed) {
        int years = Integer.getInteger("anttmap.histories", 10_000) / 100;
        Random seeds = new Random(seed);
        for (int i = 0; i < years; i++) {
            Year year = new Year(seeds.nextLong());
            year.live(40);
            assertThat(year.history.steps())
                    .filteredOn(step -> step.status().decided())
                    .allMatch(step -> !step.by().isEmpty() && step.at() != null && step.criteriaSet() != null);
        }
    }

    /** The end of 31/10 in Vietnam is 17:00 UTC. */
    @net.jqwik.api.Example
    void aDayEndsAtMidnightInVietnam() {
        YearHistory year = new YearHistory(
                List.of(
                        step(1, SafetyStatus.REGISTERED, "2025-10-31T16:59:59.999999Z"),
                        step(2, SafetyStatus.SELF_ASSESSED, "2025-10-31T17:00:00Z")),
                List.of());

        assertThat(year.asOf(LocalDate.of(2025, 10, 30)).status()).isEqualTo(SafetyStatus.NOT_REGISTERED);
        assertThat(year.asOf(LocalDate.of(2025, 10, 31)).status()).isEqualTo(SafetyStatus.REGISTERED);
        assertThat(year.asOf(LocalDate.of(2025, 11, 1)).status()).isEqualTo(SafetyStatus.SELF_ASSESSED);
    }

    private static YearHistory.Step step(long id, SafetyStatus status, String at) {
        return new YearHistory.Step(id, status, Instant.parse(at), "officer", StepFacts.NONE, null, null, false);
    }

    private static AccountView account(Role role) {
        return new AccountView(1, role.name(), role.name(), role, Set.of(), List.of(), true);
    }
}
