package vn.anttmap.safety;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.anttmap.incident.IncidentCategory;
import vn.anttmap.incident.IncidentCounts.Case;

/**
 * The incidents of a window and of the one before it, and what they say beside a criterion. Without database and clock:
 * the same incidents give the same hint whenever it is asked for.
 *
 * @param categories all that are known, in the order of the list
 * @param incidentsShown whether the hint names its incidents
 */
record WindowFigures(
        Counted current,
        Counted previous,
        Map<String, IncidentCategory> categories,
        Texts texts,
        boolean incidentsShown,
        boolean restrictedExcluded) {

    private static final String DISPUTES = "TRANHCHAP";

    /** "Nghiêm trọng" and up, on the scale of crimes only: the same codes grade traffic accidents. */
    private static final Set<String> SERIOUS = Set.of("NGHIEM_TRONG", "RAT_NGHIEM_TRONG", "DAC_BIET_NGHIEM_TRONG");

    /** Texts in the language of the caller. */
    interface Texts {

        String label(String key, @Nullable Object... values);

        String name(IncidentCategory category);
    }

    /** The cases of a window. */
    record Counted(CriterionHint.Window window, List<Case> cases) {

        /** Null where the register does not cover the window. */
        @Nullable Integer count(Predicate<Case> which) {
            return window.covered() ? (int) cases.stream().filter(which).count() : null;
        }
    }

    /** @param seriousBars whether one serious crime stands against the area, however few there are */
    CriterionHint notMoreThanBefore(String figure, boolean seriousBars) {
        Integer now = current.count(each -> true);
        Integer before = previous.count(each -> true);
        Integer serious = current.count(this::seriousCrime);
        boolean barred = seriousBars && serious != null && serious > 0;
        String verdict;
        if (barred) {
            verdict = CriterionHint.NOT_MET;
        } else if (now == null || before == null) {
            verdict = CriterionHint.INSUFFICIENT_DATA;
        } else {
            verdict = now <= before ? CriterionHint.MET : CriterionHint.NOT_MET;
        }
        List<CriterionHint.Line> lines = new ArrayList<>();
        lines.add(line("total", texts.label("label.figure.total"), each -> true));
        lines.add(line("major", texts.label("label.figure.major"), Case::majorCase));
        lines.add(line("serious", texts.label("label.figure.serious"), this::seriousCrime));
        Stream.concat(current.cases().stream(), previous.cases().stream())
                .map(Case::category)
                .distinct()
                .sorted(Comparator.comparingInt(List.copyOf(categories.keySet())::indexOf))
                .forEach(code ->
                        lines.add(line(code, name(code), each -> each.category().equals(code))));
        String text =
                barred ? texts.label("label.hint.serious", serious) : texts.label("label.hint." + verdict, now, before);
        return hint(figure, verdict, lines, each -> true, text);
    }

    CriterionHint disputes(String figure) {
        Predicate<Case> dispute = each -> each.category().equals(DISPUTES);
        Integer now = current.count(dispute);
        String verdict =
                now == null ? CriterionHint.INSUFFICIENT_DATA : now == 0 ? CriterionHint.MET : CriterionHint.TO_CHECK;
        return hint(
                figure,
                verdict,
                List.of(line(DISPUTES, name(DISPUTES), dispute)),
                dispute,
                now == null ? texts.label("label.hint.not-covered") : texts.label("label.hint.disputes", now));
    }

    private CriterionHint hint(
            String figure, String verdict, List<CriterionHint.Line> lines, Predicate<Case> which, String text) {
        List<UUID> ids = incidentsShown
                ? Stream.concat(current.cases().stream(), previous.cases().stream())
                        .filter(which)
                        .map(Case::id)
                        .toList()
                : null;
        return new CriterionHint(
                figure, verdict, current.window(), previous.window(), lines, List.of(), ids, restrictedExcluded, text);
    }

    private CriterionHint.Line line(String code, String name, Predicate<Case> which) {
        return new CriterionHint.Line(code, name, current.count(which), previous.count(which));
    }

    private boolean seriousCrime(Case each) {
        IncidentCategory category = categories.get(each.category());
        return category != null
                && category.scale().equals("CRIME")
                && each.severity() != null
                && SERIOUS.contains(each.severity());
    }

    private String name(String code) {
        IncidentCategory category = categories.get(code);
        return category == null ? code : texts.name(category);
    }
}
