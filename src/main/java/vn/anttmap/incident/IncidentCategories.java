package vn.anttmap.incident;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;

/** The maintained list of categories with their severity scales. */
@Component
public class IncidentCategories {

    private final JdbcClient jdbc;

    IncidentCategories(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record CategoryRow(String code, String nameVi, String nameEn, String scale, boolean restricted) {}

    private record GradeRow(
            String scale,
            String code,
            String nameVi,
            String nameEn,
            String ruleVi,
            String ruleEn,
            String source,
            boolean verified) {}

    /** All categories by code, in the order of the list. */
    public Map<String, IncidentCategory> all() {
        Map<String, List<IncidentCategory.SeverityGrade>> grades = jdbc.sql("""
                        select scale, code, name_vi, name_en, rule_vi, rule_en, source, verified
                        from severity_grade order by scale, position""").query(GradeRow.class).list().stream()
                .collect(Collectors.groupingBy(
                        GradeRow::scale,
                        Collectors.mapping(
                                row -> new IncidentCategory.SeverityGrade(
                                        row.code(),
                                        row.nameVi(),
                                        row.nameEn(),
                                        row.ruleVi(),
                                        row.ruleEn(),
                                        row.source(),
                                        row.verified()),
                                Collectors.toList())));
        Map<String, IncidentCategory> categories = new LinkedHashMap<>();
        jdbc.sql("select code, name_vi, name_en, scale, restricted from incident_category order by position")
                .query(CategoryRow.class)
                .list()
                .forEach(row -> categories.put(
                        row.code(),
                        new IncidentCategory(
                                row.code(),
                                row.nameVi(),
                                row.nameEn(),
                                row.scale(),
                                row.restricted(),
                                grades.getOrDefault(row.scale(), List.of()))));
        return categories;
    }

    /** The categories an account may use and see. */
    public List<IncidentCategory> visibleTo(AccountView account) {
        boolean restrictedToo = account.has(Right.SEE_RESTRICTED_CATEGORIES);
        return all().values().stream()
                .filter(category -> restrictedToo || !category.restricted())
                .toList();
    }

    public Optional<IncidentCategory> find(String code) {
        return Optional.ofNullable(all().get(code));
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
