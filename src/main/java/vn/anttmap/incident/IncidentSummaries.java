package vn.anttmap.incident;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountView;
import vn.anttmap.territory.Ground;

/** Sums the incidents of a filter up, in one pass through the database. */
@Service
public class IncidentSummaries {

    private final IncidentQueries queries;
    private final IncidentScope.Finder scopes;
    private final IncidentList list;
    private final IncidentCategories categories;

    IncidentSummaries(
            IncidentQueries queries, IncidentScope.Finder scopes, IncidentList list, IncidentCategories categories) {
        this.queries = queries;
        this.scopes = scopes;
        this.list = list;
        this.categories = categories;
    }

    /** @throws vn.anttmap.problem.UserProblem if the account may not ask by the place that the filter names */
    @Transactional(readOnly = true)
    public IncidentSummary of(AccountView account, IncidentFilter filter, Locale locale) {
        return breakdown(account, filter, locale).all();
    }

    /**
     * The same, to be asked for its parts.
     *
     * @throws vn.anttmap.problem.UserProblem if the account may not ask by the place that the filter names
     */
    @Transactional(readOnly = true)
    public IncidentBreakdown breakdown(AccountView account, IncidentFilter filter, Locale locale) {
        IncidentScope scope = scopes.of(account);
        list.requireRights(account, filter);
        Map<String, IncidentCategory> known = categories.all();
        boolean english = "en".equals(locale.getLanguage());
        return new IncidentBreakdown(
                queries.groups(scope, filter.counted()),
                groups -> sum(groups, known, english, !scope.hiddenCategories().isEmpty(), filter.within()));
    }

    private static IncidentSummary sum(
            List<IncidentQueries.Group> all,
            Map<String, IncidentCategory> known,
            boolean english,
            boolean restrictedLeftOut,
            @Nullable Ground ground) {
        List<IncidentQueries.Group> cases = all.stream()
                .filter(group -> !group.state().equals(IncidentState.NOT_A_CASE.name()))
                .toList();
        return new IncidentSummary(
                total(cases, IncidentQueries.Group::count),
                total(all, IncidentQueries.Group::count) - total(cases, IncidentQueries.Group::count),
                byCategory(cases, known, english),
                bySeverity(cases, known, english),
                byKey(cases, IncidentQueries.Group::handlingLevel, HandlingLevel.values()),
                byKey(cases, IncidentQueries.Group::state, IncidentState.values()),
                total(cases, IncidentQueries.Group::personsInvolved),
                total(cases, IncidentQueries.Group::dead),
                total(cases, IncidentQueries.Group::injured),
                total(cases, IncidentQueries.Group::damageDong),
                restrictedLeftOut,
                IncidentSummary.ref(ground),
                ground == null ? null : ground.day());
    }

    private static List<IncidentSummary.CategoryCount> byCategory(
            List<IncidentQueries.Group> cases, Map<String, IncidentCategory> known, boolean english) {
        List<IncidentSummary.CategoryCount> counts = new ArrayList<>();
        known.values().forEach(category -> {
            List<IncidentQueries.Group> own = cases.stream()
                    .filter(group -> group.category().equals(category.code()))
                    .toList();
            if (!own.isEmpty()) {
                counts.add(new IncidentSummary.CategoryCount(
                        category.code(),
                        category.name(english),
                        total(own, IncidentQueries.Group::count),
                        total(own, IncidentQueries.Group::personsInvolved)));
            }
        });
        return counts;
    }

    /** Grades of different scales may have the same code and are never added up. */
    private static List<IncidentSummary.SeverityCount> bySeverity(
            List<IncidentQueries.Group> cases, Map<String, IncidentCategory> known, boolean english) {
        List<IncidentSummary.SeverityCount> counts = new ArrayList<>();
        List<String> scales =
                known.values().stream().map(IncidentCategory::scale).distinct().toList();
        for (String scale : scales) {
            IncidentCategory example = known.values().stream()
                    .filter(category -> category.scale().equals(scale))
                    .findFirst()
                    .orElseThrow();
            for (IncidentCategory.SeverityGrade grade : example.severities()) {
                add(counts, scale, grade.code(), english ? grade.nameEn() : grade.nameVi(), cases, known);
            }
            if (!example.severities().isEmpty()) {
                add(counts, scale, null, null, cases, known);
            }
        }
        return counts;
    }

    private static void add(
            List<IncidentSummary.SeverityCount> counts,
            String scale,
            @Nullable String severity,
            @Nullable String name,
            List<IncidentQueries.Group> cases,
            Map<String, IncidentCategory> known) {
        long count = cases.stream()
                .filter(group -> Objects.equals(group.severity(), severity))
                .filter(group -> {
                    IncidentCategory category = known.get(group.category());
                    return category != null && category.scale().equals(scale);
                })
                .mapToLong(IncidentQueries.Group::count)
                .sum();
        if (count > 0) {
            counts.add(new IncidentSummary.SeverityCount(scale.toLowerCase(Locale.ROOT), severity, name, count));
        }
    }

    private static List<IncidentSummary.KeyCount> byKey(
            List<IncidentQueries.Group> cases, Function<IncidentQueries.Group, String> key, Enum<?>[] order) {
        return Arrays.stream(order)
                .map(value -> new IncidentSummary.KeyCount(
                        value.name().toLowerCase(Locale.ROOT),
                        cases.stream()
                                .filter(group -> key.apply(group).equals(value.name()))
                                .mapToLong(IncidentQueries.Group::count)
                                .sum()))
                .filter(count -> count.count() > 0)
                .toList();
    }

    private static long total(List<IncidentQueries.Group> groups, ToLongFunction<IncidentQueries.Group> value) {
        return groups.stream().mapToLong(value).sum();
    }
}
