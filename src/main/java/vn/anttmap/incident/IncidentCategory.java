package vn.anttmap.incident;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A category of the maintained list.
 *
 * @param scale which severity scale belongs to it: CRIME, TRAFFIC, FIRE or NONE
 * @param restricted left out of everything for accounts without the extra right
 * @param active false: no incident is given it any more; those that have it keep it
 * @param version counts the changes, from 0
 * @param severities the grades of its scale, slightest first
 */
public record IncidentCategory(
        String code,
        String nameVi,
        String nameEn,
        String scale,
        boolean restricted,
        boolean active,
        long version,
        List<SeverityGrade> severities) {

    /** @param verified false where the rule has still to be checked against the full text of its source */
    public record SeverityGrade(
            String code, String nameVi, String nameEn, String ruleVi, String ruleEn, String source, boolean verified) {}

    public String name(boolean english) {
        return english ? nameEn : nameVi;
    }

    public @Nullable SeverityGrade severity(@Nullable String severityCode) {
        return severities.stream()
                .filter(grade -> grade.code().equals(severityCode))
                .findFirst()
                .orElse(null);
    }
}
