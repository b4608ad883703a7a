package vn.anttmap.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.anttmap.access.AccountView;

/** Keeps, with a decision or judgement, the figures that stood beside it, so that it can be explained years later. */
@Component
class DecisionBasis {

    private static final Locale VI = Locale.forLanguageTag("vi");

    private final CriterionHints hints;
    private final JsonMapper json;

    DecisionBasis(CriterionHints hints, JsonMapper json) {
        this.hints = hints;
        this.json = json;
    }

    /** What a decision of this moment rests on: every criterion of the set, judged or not. */
    List<YearLog.Decided> of(AccountView account, YearFrames.Frame frame, YearHistory history) {
        Map<Long, YearHistory.Judgement> holding = history.holding();
        CriterionHints.Answers answers = hints.answersToKeep(question(account, frame, history));
        List<YearLog.Decided> decided = new ArrayList<>();
        for (CriterionStates.State criterion : frame.criteria(null)) {
            YearHistory.Judgement judgement = holding.get(criterion.id());
            decided.add(new YearLog.Decided(
                    criterion.id(),
                    judgement == null ? criterion.version() : judgement.criterionVersion(),
                    criterion.code(),
                    criterion.position(),
                    judgement == null ? null : judgement.id(),
                    write(answers.of(criterion.figure()))));
        }
        return decided;
    }

    /** The figures beside one criterion, to be kept with its judgement. @return JSON; null where there are none */
    @Nullable String hint(AccountView account, YearFrames.Frame frame, YearHistory history, CriterionStates.State criterion) {
        return write(hints.answersToKeep(question(account, frame, history)).of(criterion.figure()));
    }

    /** @param kept as it was written; null without figures */
    @Nullable CriterionHint read(@Nullable String kept) {
        return kept == null ? null : json.readValue(kept, CriterionHint.class);
    }

    static CriterionHints.Question question(AccountView account, YearFrames.Frame frame, YearHistory history) {
        return new CriterionHints.Question(account, frame.unit(), frame.year(), frame.window(), history, null, VI);
    }

    private @Nullable String write(@Nullable CriterionHint hint) {
        return hint == null ? null : json.writeValueAsString(hint.withoutIncidents());
    }
}
