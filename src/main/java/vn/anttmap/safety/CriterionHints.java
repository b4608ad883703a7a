package vn.anttmap.safety;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.incident.IncidentCategories;
import vn.anttmap.incident.IncidentCategory;
import vn.anttmap.incident.IncidentCounts;
import vn.anttmap.incident.IncidentCounts.Case;
import vn.anttmap.incident.RegisterCoverage;
import vn.anttmap.territory.Unit;

/** Works out the figures that stand beside the criteria of one area and year. */
@Component
class CriterionHints {

    private static final String DISPUTES = "TRANHCHAP";

    /** "Nghiêm trọng" and up, on the scale of crimes only: the same codes grade traffic accidents. */
    private static final Set<String> SERIOUS = Set.of("NGHIEM_TRONG", "RAT_NGHIEM_TRONG", "DAC_BIET_NGHIEM_TRONG");

    /** The instrument that bars an area for any serious crime. */
    private static final String BARS_SERIOUS_CRIME = "TT23-2012";

    private final IncidentCounts counts;
    private final IncidentCategories categories;
    private final RegisterCoverage coverage;
    private final CommuneShares shares;
    private final MessageSource messages;

    CriterionHints(
            IncidentCounts counts,
            IncidentCategories categories,
            RegisterCoverage coverage,
            CommuneShares shares,
            MessageSource messages) {
        this.counts = counts;
        this.categories = categories;
        this.coverage = coverage;
        this.shares = shares;
        this.messages = messages;
    }

    /** What is asked about: one unit's year, by one account, in one language. */
    record Question(
            AccountView account,
            Unit unit,
            int year,
            AssessmentWindows.Window window,
            YearHistory history,
            Locale locale) {}

    /** The cases of a window. @param covered whether they are all there were */
    private record Counted(CriterionHint.Window window, List<Case> cases, boolean covered) {

        @Nullable Integer count(Predicate<Case> which) {
            return covered ? (int) cases.stream().filter(which).count() : null;
        }
    }

    /** Answers for one question; what several criteria need is read once. */
    final class Answers {

        private final Question question;
        private final Map<String, IncidentCategory> known = categories.all();
        private @Nullable Counted current;
        private @Nullable Counted previous;

        private Answers(Question question) {
            this.question = question;
        }

        /** @return null where no figure is computed */
        @Nullable CriterionHint of(@Nullable String figure) {
            if (figure == null) {
                return null;
            }
            return switch (figure) {
                case "incidents-not-more-than-before" -> incidents(figure);
                case "disputes" -> disputes(figure);
                case "households-registered" -> households(figure);
                case "recognised-share" -> share(figure, List.of(shares.recognisedAreas(question)));
                case "registered-and-recognised-share" -> share(figure, shares.ofAllKinds(question));
                case "models" -> models(figure);
                default -> null;
            };
        }

        private CriterionHint incidents(String figure) {
            Integer now = current().count(each -> true);
            Integer before = previous().count(each -> true);
            Integer serious = current().count(this::seriousCrime);
            boolean barred = question.window().criteriaSet().equals(BARS_SERIOUS_CRIME);
            String verdict;
            if (barred && serious != null && serious > 0) {
                verdict = CriterionHint.NOT_MET;
            } else if (now == null || before == null) {
                verdict = CriterionHint.INSUFFICIENT_DATA;
            } else {
                verdict = now <= before ? CriterionHint.MET : CriterionHint.NOT_MET;
            }
            List<CriterionHint.Line> lines = new ArrayList<>();
            lines.add(line("total", label("label.figure.total"), each -> true));
            lines.add(line("major", label("label.figure.major"), Case::majorCase));
            lines.add(line("serious", label("label.figure.serious"), this::seriousCrime));
            Stream.concat(current().cases().stream(), previous().cases().stream())
                    .map(Case::category)
                    .distinct()
                    .sorted(Comparator.comparingInt(List.copyOf(known.keySet())::indexOf))
                    .forEach(code -> lines.add(line(
                            code, categoryName(code), each -> each.category().equals(code))));
            String text = barred && serious != null && serious > 0
                    ? label("label.hint.serious", serious)
                    : label("label.hint." + verdict, now, before);
            return compared(figure, verdict, lines, each -> true, text);
        }

        private CriterionHint disputes(String figure) {
            Predicate<Case> dispute = each -> each.category().equals(DISPUTES);
            Integer now = current().count(dispute);
            String verdict = now == null
                    ? CriterionHint.INSUFFICIENT_DATA
                    : now == 0 ? CriterionHint.MET : CriterionHint.TO_CHECK;
            return compared(
                    figure,
                    verdict,
                    List.of(line(DISPUTES, categoryName(DISPUTES), dispute)),
                    dispute,
                    now == null ? label("label.hint.not-covered") : label("label.hint.disputes", now));
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

        private CriterionHint compared(
                String figure, String verdict, List<CriterionHint.Line> lines, Predicate<Case> which, String text) {
            List<UUID> ids = question.account().has(Right.LIST_INCIDENTS)
                    ? Stream.concat(current().cases().stream(), previous().cases().stream())
                            .filter(which)
                            .map(Case::id)
                            .toList()
                    : null;
            return new CriterionHint(
                    figure,
                    verdict,
                    current().window(),
                    previous().window(),
                    lines,
                    List.of(),
                    ids,
                    counts.leavesOutRestricted(question.account()),
                    text);
        }

        private CriterionHint.Line line(String code, String name, Predicate<Case> which) {
            return new CriterionHint.Line(
                    code, name, current().count(which), previous().count(which));
        }

        private Counted current() {
            if (current == null) {
                current = counted(question.window());
            }
            return Objects.requireNonNull(current);
        }

        private Counted previous() {
            if (previous == null) {
                previous = counted(question.window().previous());
            }
            return Objects.requireNonNull(previous);
        }

        /** Cases on the unit's own ground, whichever units there were: a merged area has those of its parts. */
        private Counted counted(AssessmentWindows.Window window) {
            boolean covered = coverage.calendar(question.account()).covers(question.unit(), window.from(), window.to());
            return new Counted(
                    new CriterionHint.Window(window.from(), window.to(), covered),
                    counts.cases(question.account(), question.unit(), window.from(), window.to()),
                    covered);
        }

        private boolean seriousCrime(Case each) {
            IncidentCategory category = known.get(each.category());
            return category != null
                    && category.scale().equals("CRIME")
                    && each.severity() != null
                    && SERIOUS.contains(each.severity());
        }

        private String categoryName(String code) {
            IncidentCategory category = known.get(code);
            boolean english = question.locale().getLanguage().equals("en");
            return category == null ? code : category.name(english);
        }

        private String label(String key, @Nullable Object... values) {
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
                Locale.forLanguageTag("vi")));
    }
}
