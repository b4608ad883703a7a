package vn.anttmap.incident;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.node.RecentReads;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.VietnamTime;

/**
 * The maintained list of categories with their severity scales. Remembered until its revision in the database is
 * another one, so that what one node changes holds on all of them at once.
 */
@Component
public class IncidentCategories {

    private final JdbcClient jdbc;
    private final RecentReads.Table<Integer, UUID> revisions;
    private volatile @Nullable Remembered remembered;

    IncidentCategories(JdbcClient jdbc, RecentReads recent) {
        this.jdbc = jdbc;
        this.revisions = recent.table();
    }

    /** A grade with the scale it belongs to. */
    private record ScaledGrade(String scale, IncidentCategory.SeverityGrade grade) {}

    private record Remembered(UUID revision, Map<String, IncidentCategory> categories) {}

    /** All categories by code, in the order of the list. */
    public Map<String, IncidentCategory> all() {
        // The revision first: rows read after it may be newer, and are then read once more, but never older.
        UUID revision = Objects.requireNonNull(revisions.get(1, this::revision));
        Remembered known = remembered;
        if (known == null || !known.revision().equals(revision)) {
            known = new Remembered(revision, read());
            remembered = known;
        }
        return known.categories();
    }

    private UUID revision(int id) {
        return jdbc.sql("select revision from incident_category_revision where id = ?")
                .param(id)
                .query(UUID.class)
                .single();
    }

    /** A state of a category. */
    private record Past(String code, String nameVi, String nameEn, String scale) {}

    /** As {@link #all()}, with names and scales as they were at the end of a past day in Vietnam. */
    public Map<String, IncidentCategory> all(LocalDate asOf) {
        Map<String, IncidentCategory> categories = new LinkedHashMap<>(all());
        Map<String, List<IncidentCategory.SeverityGrade>> grades = grades();
        jdbc.sql("select code, name_vi, name_en, scale from incident_category_history where changed_at < ?"
                        + " order by code, version")
                .param(VietnamTime.endOf(asOf).atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Past(
                        row.getString("code"),
                        row.getString("name_vi"),
                        row.getString("name_en"),
                        row.getString("scale")))
                .list()
                .forEach(past -> categories.computeIfPresent(
                        past.code(),
                        (code, now) -> new IncidentCategory(
                                code,
                                past.nameVi(),
                                past.nameEn(),
                                past.scale(),
                                now.restricted(),
                                now.active(),
                                now.version(),
                                grades.getOrDefault(past.scale(), List.of()))));
        return Collections.unmodifiableMap(categories);
    }

    /** As {@link #all()}, from the tables: what the running transaction has changed itself is in it. */
    Map<String, IncidentCategory> read() {
        Map<String, List<IncidentCategory.SeverityGrade>> grades = grades();
        Map<String, IncidentCategory> categories = new LinkedHashMap<>();
        jdbc.sql("""
                        select code, name_vi, name_en, scale, restricted, active, version
                        from incident_category order by position""")
                .query((row, number) -> new IncidentCategory(
                        row.getString("code"),
                        row.getString("name_vi"),
                        row.getString("name_en"),
                        row.getString("scale"),
                        row.getBoolean("restricted"),
                        row.getBoolean("active"),
                        row.getLong("version"),
                        grades.getOrDefault(row.getString("scale"), List.of())))
                .list()
                .forEach(category -> categories.put(category.code(), category));
        return Collections.unmodifiableMap(categories);
    }

    /** The grades of each scale by its name, slightest first; a scale without grades is missing. */
    Map<String, List<IncidentCategory.SeverityGrade>> grades() {
        return jdbc
                .sql("""
                        select scale, code, name_vi, name_en, rule_vi, rule_en, source, verified
                        from severity_grade order by scale, position""")
                .query((row, number) -> new ScaledGrade(
                        row.getString("scale"),
                        new IncidentCategory.SeverityGrade(
                                row.getString("code"),
                                row.getString("name_vi"),
                                row.getString("name_en"),
                                row.getString("rule_vi"),
                                row.getString("rule_en"),
                                row.getString("source"),
                                row.getBoolean("verified"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        ScaledGrade::scale, Collectors.mapping(ScaledGrade::grade, Collectors.toList())));
    }

    /** The categories an account may see; it may use those that are active. */
    public List<IncidentCategory> visibleTo(AccountView account) {
        boolean restrictedToo = account.has(Right.SEE_RESTRICTED_CATEGORIES);
        return all().values().stream()
                .filter(category -> restrictedToo || !category.restricted())
                .toList();
    }

    public Optional<IncidentCategory> find(String code) {
        return Optional.ofNullable(all().get(code));
    }

    /**
     * Checks the codes of a filter: a mistyped one would otherwise look like "no incidents".
     *
     * @param category code or null
     * @param severity code of the category's scale, of any scale without a category, or null
     * @throws UserProblem naming the codes that the account may use
     */
    public void checkFilter(AccountView account, @Nullable String category, @Nullable String severity) {
        List<IncidentCategory> visible = visibleTo(account);
        List<IncidentCategory> asked = visible.stream()
                .filter(known -> category == null || known.code().equals(category))
                .toList();
        if (asked.isEmpty()) {
            throw UserProblem.of(
                            Kind.INVALID,
                            "category-unknown",
                            visible.stream().map(IncidentCategory::code).collect(Collectors.joining(", ")))
                    .at("category", category);
        }
        if (severity != null && asked.stream().allMatch(known -> known.severity(severity) == null)) {
            throw UserProblem.of(
                            Kind.INVALID,
                            "severity-filter-unknown",
                            asked.stream()
                                    .flatMap(known -> known.severities().stream())
                                    .map(IncidentCategory.SeverityGrade::code)
                                    .distinct()
                                    .collect(Collectors.joining(", ")))
                    .at("severity", severity);
        }
    }

    /** Codes that must be left out for the account; empty for those with the extra right. */
    public Set<String> hiddenFrom(AccountView account) {
        if (account.has(Right.SEE_RESTRICTED_CATEGORIES)) {
            return Set.of();
        }
        return all().values().stream()
                .filter(IncidentCategory::restricted)
                .map(IncidentCategory::code)
                .collect(Collectors.toSet());
    }
}
