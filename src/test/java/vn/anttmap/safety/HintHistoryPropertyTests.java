package vn.anttmap.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;
import vn.anttmap.incident.IncidentCategory;
import vn.anttmap.incident.IncidentCounts.Case;
import vn.anttmap.territory.VietnamTime;

/**
 * Random registers under the rules alone: what the present state said at the end of a day is what the states written by
 * then say later. {@link PastHintsContract} asks the same of the service.
 */
class HintHistoryPropertyTests {

    private static final AssessmentWindows.Window WINDOW =
            new AssessmentWindows.Window(LocalDate.of(2024, 11, 1), LocalDate.of(2025, 10, 31), "TT124-2021", true);

    private static final Map<String, IncidentCategory> CATEGORIES = categories();

    /** Before the merger 1 and 2, after it 3; 4 is split into 5 and 6: a place counts in all states of its ground. */
    private static final List<Set<Long>> GROUNDS =
            List.of(Set.of(1L, 3L), Set.of(2L, 3L), Set.of(4L, 5L), Set.of(4L, 6L));

    private static Map<String, IncidentCategory> categories() {
        Map<String, IncidentCategory> categories = new LinkedHashMap<>();
        for (String code : List.of("TTXH", "TNGT", "TRANHCHAP")) {
            categories.put(
                    code,
                    new IncidentCategory(
                            code, code, code, code.equals("TTXH") ? "CRIME" : "NONE", false, true, 0, List.of()));
        }
        return categories;
    }

    /** One state of one incident. */
    private record State(
            UUID id,
            Instant at,
            LocalDate day,
            String category,
            @Nullable String severity,
            boolean majorCase,
            Set<Long> units,
            boolean withdrawn) {}

    private record Covered(LocalDate from, LocalDate to, Instant at) {}

    private static final class Texts implements WindowFigures.Texts {

        @Override
        public String label(String key, @Nullable Object... values) {
            return key + java.util.Arrays.stream(values).map(String::valueOf).toList();
        }

        @Override
        public String name(IncidentCategory category) {
            return category.nameVi();
        }
    }

    private static final class RegisterOfIncidents {

        private final Random random;
        private final List<State> log = new ArrayList<>();
        private final List<Covered> covered = new ArrayList<>();
        private final Map<UUID, State> present = new TreeMap<>();
        private final Map<LocalDate, List<CriterionHint>> remembered = new TreeMap<>();
        private Instant now = Instant.parse("2025-03-01T01:00:00Z");

        RegisterOfIncidents(long seed) {
            random = new Random(seed);
        }

        void live(int actions) {
            for (int i = 0; i < actions; i++) {
                pass();
                if (random.nextInt(10) == 0) {
                    covered.add(new Covered(LocalDate.of(2023, 11, 1), LocalDate.of(2025, 10, 31), now));
                } else if (present.isEmpty() || random.nextInt(3) == 0) {
                    write(state(new UUID(0, random.nextLong()), false));
                } else {
                    State known = List.copyOf(present.values()).get(random.nextInt(present.size()));
                    write(random.nextInt(4) == 0 ? withdrawn(known) : state(known.id(), false));
                }
            }
            remembered.forEach(
                    (day, then) -> assertThat(asOf(day)).as("as of " + day).isEqualTo(then));
        }

        /** Sometimes the clock goes back, but not over a midnight for which something was remembered. */
        private void pass() {
            LocalDate before = VietnamTime.dayOf(now);
            Instant midnight = before.atStartOfDay(VietnamTime.ZONE).toInstant();
            Instant wished = now.plus(
                    Duration.ofMinutes(random.nextInt(10) == 0 ? -random.nextInt(3_000) : random.nextInt(4_000)));
            now = wished.isBefore(midnight) ? midnight : wished;
            if (VietnamTime.dayOf(now).isAfter(before)) {
                remembered.put(before, hints(List.copyOf(present.values()), covered));
            }
        }

        private State state(UUID id, boolean withdrawn) {
            return new State(
                    id,
                    now,
                    LocalDate.of(2023, 11, 1).plusDays(random.nextInt(730)),
                    List.copyOf(CATEGORIES.keySet()).get(random.nextInt(CATEGORIES.size())),
                    random.nextBoolean() ? null : "NGHIEM_TRONG",
                    random.nextBoolean(),
                    GROUNDS.get(random.nextInt(GROUNDS.size())),
                    withdrawn);
        }

        private State withdrawn(State known) {
            return new State(
                    known.id(),
                    now,
                    known.day(),
                    known.category(),
                    known.severity(),
                    known.majorCase(),
                    known.units(),
                    true);
        }

        /** Stamped as incidents are: never before what is on record of the same one. */
        private void write(State state) {
            State last = present.get(state.id());
            Instant at = last != null && state.at().isBefore(last.at()) ? last.at() : state.at();
            State stamped = new State(
                    state.id(),
                    at,
                    state.day(),
                    state.category(),
                    state.severity(),
                    state.majorCase(),
                    state.units(),
                    state.withdrawn());
            log.add(stamped);
            present.put(stamped.id(), stamped);
        }

        private List<CriterionHint> asOf(LocalDate day) {
            Instant end = VietnamTime.endOf(day);
            Map<UUID, State> then = new TreeMap<>();
            log.stream().filter(state -> state.at().isBefore(end)).forEach(state -> then.put(state.id(), state));
            return hints(
                    List.copyOf(then.values()),
                    covered.stream().filter(each -> each.at().isBefore(end)).toList());
        }

        private static List<CriterionHint> hints(List<State> states, List<Covered> covered) {
            List<CriterionHint> hints = new ArrayList<>();
            for (long unit = 1; unit <= 6; unit++) {
                WindowFigures figures = new WindowFigures(
                        counted(states, covered, unit, WINDOW),
                        counted(states, covered, unit, WINDOW.previous()),
                        CATEGORIES,
                        new Texts(),
                        true,
                        false);
                hints.add(figures.notMoreThanBefore("incidents-not-more-than-before", unit % 2 == 0));
                hints.add(figures.disputes("disputes"));
            }
            return hints;
        }

        private static WindowFigures.Counted counted(
                List<State> states, List<Covered> covered, long unit, AssessmentWindows.Window window) {
            boolean all = covered.stream()
                    .anyMatch(each ->
                            !each.from().isAfter(window.from()) && !each.to().isBefore(window.to()));
            return new WindowFigures.Counted(
                    new CriterionHint.Window(window.from(), window.to(), all),
                    states.stream()
                            .filter(state -> !state.withdrawn() && state.units().contains(unit))
                            .filter(state -> !state.day().isBefore(window.from())
                                    && !state.day().isAfter(window.to()))
                            .sorted(Comparator.comparing(State::day).thenComparing(State::id))
                            .map(state -> new Case(state.id(), state.category(), state.severity(), state.majorCase()))
                            .toList());
        }
    }

    /** Ten thousand registers of thirty writes each; -Danttmap.histories=n for more. */
    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void whatTheFiguresOfAPastDaySaidNeverChanges(@ForAll long seed) {
        int registers = Integer.getInteger("anttmap.histories", 10_000) / 100;
        Random seeds = new Random(seed);
        for (int i = 0; i < registers; i++) {
            new RegisterOfIncidents(seeds.nextLong()).live(30);
        }
    }
}
