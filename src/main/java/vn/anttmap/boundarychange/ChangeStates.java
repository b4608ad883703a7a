package vn.anttmap.boundarychange;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.anttmap.boundarychange.ChangeStore.Decision;
import vn.anttmap.territory.NewState;
import vn.anttmap.territory.NewUnit;
import vn.anttmap.territory.Population;
import vn.anttmap.territory.Validity;

/** From what was planned to the states that are stored. */
final class ChangeStates {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final int LONGEST_SOURCE = 500;

    private final UUID changeId;
    private final LocalDate day;
    private final String source;

    ChangeStates(UUID changeId, LocalDate day, Decision decision) {
        this.changeId = changeId;
        this.day = day;
        String title = title(decision);
        String text = title == null ? decision.reason() : title;
        this.source = text.length() > LONGEST_SOURCE ? text.substring(0, LONGEST_SOURCE) : text;
    }

    /** "123/QĐ-UBND, 05/12/2026"; null where no decision is named. */
    static @Nullable String title(Decision decision) {
        if (decision.number() == null) {
            return decision.day() == null ? null : DAY.format(decision.day());
        }
        return decision.day() == null ? decision.number() : decision.number() + ", " + DAY.format(decision.day());
    }

    List<NewState> states(List<Draft> drafts) {
        return drafts.stream()
                .map(draft -> new NewState(
                        unit(draft), draft.parentNumber() == null ? draft.parentId() : null, draft.follows()))
                .toList();
    }

    private NewUnit unit(Draft draft) {
        return new NewUnit(
                key(draft.number()),
                draft.level(),
                draft.kind(),
                draft.code(),
                draft.name(),
                draft.fullName(),
                draft.parentNumber() == null ? null : key(draft.parentNumber()),
                new Validity(day, null),
                source,
                null,
                List.of(),
                draft.officialAreaSqKm(),
                named(draft.officialAreaSource()),
                draft.households(),
                named(draft.householdsSource()),
                draft.population().stream()
                        .map(entry -> new Population(
                                entry.year(),
                                entry.count(),
                                Objects.requireNonNull(named(entry.source())),
                                entry.synthetic()))
                        .toList(),
                draft.synthetic(),
                draft.syntheticNote(),
                draft.boundary());
    }

    /** A figure that came with the wish is the decision's. */
    private @Nullable String named(@Nullable String given) {
        return Drafting.GIVEN.equals(given) ? source : given;
    }

    /** Digits with leading zeros: on a shared border the state that begins first wins, as it did in the look. */
    private String key(int number) {
        return "change-" + changeId + "-%04d".formatted(number);
    }
}
