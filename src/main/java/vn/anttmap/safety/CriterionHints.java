package vn.anttmap.safety;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.incident.IncidentCategory;
import vn.anttmap.territory.Unit;

/** Works out the figures that stand beside the criteria of one area and year. */
@Component
class CriterionHints {

    /** The instrument that bars an area for any serious crime. */
    private static final String BARS_SERIOUS_CRIME = "TT23-2012";

    private final KnownRegister register;
    private final CommuneShares shares;
    private final MessageSource messages;

    CriterionHints(KnownRegister register, CommuneShares shares, MessageSource messages) {
        this.register = register;
        this.shares = shares;
        this.messages = messages;
    }

    /**
     * What is asked about: one unit's year, by one account, in one language.
     *
     * @param history as of the same day
     * @param asOf the past day at whose end every register is read; null for now
     */
    record Question(
            AccountView account,
            Unit unit,
            int year,
            AssessmentWindows.Window window,
            YearHistory history,
            @Nullable LocalDate asOf,
            Locale locale) {}

    /** Answers for one question; what several criteria need is read once. */
    final class Answers implements WindowFigures.Texts {

        private final Question question;
        private @Nullable WindowFigures windows;

        private Answers(Question question) {
            this.question = question;
        }

        /** @return null where no figure is computed */
        @Nullable CriterionHint of(@Nullable String figure) {
            if (figure == null) {
                return null;
            }
            return switch (figure) {
                case "incidents-not-more-than-before" ->
                    windows()
                            .notMoreThanBefore(
                                    figure, question.window().criteriaSet().equals(BARS_SERIOUS_CRIME));
                case "disputes" -> windows().disputes(figure);
                case "households-registered" -> households(figure);
                case "recognised-share" -> share(figure, List.of(shares.recognisedAreas(question)));
                case "registered-and-recognised-share" -> share(figure, shares.ofAllKinds(question));
                case "models" -> models(figure);
                default -> null;
            };
        }

        private CriterionHint households(String figure) {
            Integer total = question.history().householdsTotal();
            Integer registered = question.history().householdsRegistered();
            if (total == null || registered == null) {
                return counted(
                        figure,
                        CriterionHint.INSUFFICIENT_DATA,
                        List.of(),
                        List.of(),
                        label("label.hint.no-households"));
            }
            Share share = Share.all("registered", registered, total);
            return counted(
                    figure,
                    share.reached() ? CriterionHint.MET : CriterionHint.NOT_MET,
                    List.of(),
                    List.of(share),
                    label("label.hint.households", registered, total));
        }

        private CriterionHint share(String figure, List<Share> found) {
            boolean none = found.stream().allMatch(share -> share.denominator() == 0);
            boolean reached = found.stream().allMatch(Share::reached);
            List<String> texts = found.stream()
                    .map(share -> label(
                            "label.share." + share.code(), share.numerator(), share.denominator(), share.needed()))
                    .toList();
            return counted(
                    figure,
                    none ? CriterionHint.INSUFFICIENT_DATA : reached ? CriterionHint.MET : CriterionHint.NOT_MET,
                    shares.lines(question, figure),
                    found,
                    String.join(" ", texts));
        }

        private CriterionHint models(String figure) {
            int standing = shares.standingModels(question);
            return counted(
                    figure,
                    standing > 0 ? CriterionHint.MET : CriterionHint.TO_CHECK,
                    List.of(new CriterionHint.Line("models", label("label.figure.models"), standing, null)),
                    List.of(),
                    label("label.hint.models", standing));
        }

        private CriterionHint counted(
                String figure, String verdict, List<CriterionHint.Line> lines, List<Share> found, String text) {
            return new CriterionHint(figure, verdict, null, null, lines, found, null, false, text);
        }

        private WindowFigures windows() {
            if (windows == null) {
                windows = new WindowFigures(
                        counted(question.window()),
                        counted(question.window().previous()),
                        register.categories(question.asOf()),
                        this,
                        question.account().has(Right.LIST_INCIDENTS),
                        register.leavesOutRestricted(question.account()));
            }
            return windows;
        }

        /** Cases on the unit's own ground, whichever units there were: a merged area has those of its parts. */
        private WindowFigures.Counted counted(AssessmentWindows.Window window) {
            boolean covered = register.calendar(question.account(), question.asOf())
                    .covers(question.unit(), window.from(), window.to());
            return new WindowFigures.Counted(
                    new CriterionHint.Window(window.from(), window.to(), covered),
                    register.cases(question.account(), question.unit(), window, question.asOf()));
        }

        @Override
        public String name(IncidentCategory category) {
            return category.name(question.locale().getLanguage().equals("en"));
        }

        @Override
        public String label(String key, @Nullable Object... values) {
            return messages.getMessage(key, values, question.locale());
        }
    }

    Answers answers(Question question) {
        return new Answers(question);
    }

    /**
     * The same for keeping: in Vietnamese, and without restricted categories, since others will read it.
     */
    Answers answersToKeep(Question question) {
        AccountView account = question.account();
        AccountView plain = new AccountView(
                account.id(),
                account.username(),
                account.displayName(),
                account.role(),
                Set.of(),
                account.namedUnitIds(),
                account.wholeCountry());
        return new Answers(new Question(
                plain,
                question.unit(),
                question.year(),
                question.window(),
                question.history(),
                question.asOf(),
                Locale.forLanguageTag("vi")));
    }
}
