package vn.anttmap.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.anttmap.territory.UnitLevel;

/** Says in plain words what an area's year still lacks. */
@Component
class MissingItems {

    private final MessageSource messages;

    MissingItems(MessageSource messages) {
        this.messages = messages;
    }

    /** @param criteria those of the set that hold, optional ones too */
    List<String> of(UnitLevel level, YearHistory history, List<CriterionStates.State> criteria, Locale locale) {
        List<String> missing = new ArrayList<>();
        SafetyStatus status = history.status();
        if (status == SafetyStatus.NOT_REGISTERED) {
            add(missing, locale, "label.missing.registration");
            return missing;
        }
        if (status == SafetyStatus.NOT_CONSIDERED) {
            need(missing, locale, "label.missing.reasons", history.latest(status, StepFacts::reasons));
            return missing;
        }
        registration(missing, level, history, locale);
        if (status.compareTo(SafetyStatus.SELF_ASSESSED) >= 0) {
            need(
                    missing,
                    locale,
                    "label.missing.meeting",
                    history.latest(SafetyStatus.SELF_ASSESSED, StepFacts::meetingDate));
        }
        if (status.compareTo(SafetyStatus.UNDER_REVIEW) >= 0) {
            need(
                    missing,
                    locale,
                    "label.missing.submission",
                    history.latest(SafetyStatus.UNDER_REVIEW, StepFacts::submittedOn));
        }
        criteria(missing, history, criteria, locale);
        if (status.decided()) {
            need(missing, locale, "label.missing.decision-number", history.latest(status, StepFacts::decisionNumber));
            need(missing, locale, "label.missing.decision-date", history.latest(status, StepFacts::decisionDate));
        }
        if (status == SafetyStatus.RECOGNISED) {
            need(missing, locale, "label.missing.signer", history.latest(status, StepFacts::signer));
            need(missing, locale, "label.missing.certificate", history.latest(status, StepFacts::certificateNumber));
        }
        return missing;
    }

    private void registration(List<String> missing, UnitLevel level, YearHistory history, Locale locale) {
        need(
                missing,
                locale,
                "label.missing.resolution",
                history.latest(SafetyStatus.REGISTERED, StepFacts::resolutionNumber));
        if (level != UnitLevel.RESIDENTIAL_AREA) {
            return;
        }
        Integer total = history.householdsTotal();
        Integer registered = history.householdsRegistered();
        if (total == null || registered == null) {
            add(missing, locale, "label.missing.households");
        } else if (registered < total) {
            add(missing, locale, "label.missing.households-left", total - registered, total);
        }
    }

    private void criteria(
            List<String> missing, YearHistory history, List<CriterionStates.State> criteria, Locale locale) {
        Map<Long, YearHistory.Judgement> holding = history.holding();
        if (holding.isEmpty() && history.status().decided()) {
            add(missing, locale, "label.missing.judgements-of-decision");
            return;
        }
        List<String> open = new ArrayList<>();
        List<String> against = new ArrayList<>();
        for (CriterionStates.State criterion : criteria) {
            YearHistory.Judgement judgement = holding.get(criterion.id());
            if (criterion.optional()) {
                continue;
            }
            if (judgement == null || judgement.verdict() == Verdict.NOT_ASSESSED) {
                open.add(criterion.code());
            } else if (judgement.verdict() == Verdict.NOT_MET) {
                against.add(criterion.code());
            }
        }
        if (!open.isEmpty()) {
            add(missing, locale, "label.missing.judgements", open.size(), String.join(", ", open));
        }
        if (!against.isEmpty()) {
            add(missing, locale, "label.missing.not-met", String.join(", ", against));
        }
    }

    private void need(List<String> missing, Locale locale, String key, @Nullable Object fact) {
        if (fact == null) {
            add(missing, locale, key);
        }
    }

    private void add(List<String> missing, Locale locale, String key, Object... values) {
        missing.add(messages.getMessage(key, values, locale));
    }
}
