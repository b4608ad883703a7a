package vn.anttmap.safety;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.GivenText;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;

/** Whether what a person wrote about an organization can be stored. */
@Component
class OrganizationCheck {

    private static final int LONGEST_NAME = 300;
    private static final LocalDate EARLIEST = LocalDate.of(1945, 8, 19);
    private static final Set<CriterionSubject> KINDS =
            Set.of(CriterionSubject.AGENCY, CriterionSubject.ENTERPRISE, CriterionSubject.SCHOOL);
    static final List<SafetyStatus> STATUSES = List.of(
            SafetyStatus.NOT_REGISTERED, SafetyStatus.REGISTERED, SafetyStatus.RECOGNISED, SafetyStatus.NOT_RECOGNISED);

    private final Territory territory;

    OrganizationCheck(Territory territory) {
        this.territory = territory;
    }

    /** @throws UserProblem naming the first field that cannot stay as it is */
    OrganizationTable.Content content(AccountView account, AssessedOrganizations.Draft draft) {
        String name = GivenText.required("name", draft.name(), LONGEST_NAME);
        Unit commune = territory.get(account, required("communeId", draft.communeId()));
        if (commune.level() != UnitLevel.COMMUNE) {
            throw UserProblem.of(Kind.UNPROCESSABLE, "organization-commune", commune.fullName())
                    .at("communeId", draft.communeId());
        }
        LocalDate from = required("validFrom", draft.validFrom());
        if (from.isBefore(EARLIEST)) {
            throw UserProblem.of(Kind.INVALID, "register-day-invalid", EARLIEST).at("validFrom", from);
        }
        LocalDate to = draft.validTo();
        if (to != null && !to.isAfter(from)) {
            throw UserProblem.of(Kind.INVALID, "period-backwards", from, to).at("validTo", to);
        }
        return new OrganizationTable.Content(name, kind(required("kind", draft.kind())), commune.id(), from, to);
    }

    SafetyStatus status(@Nullable String key) {
        String given = required("status", key);
        return STATUSES.stream()
                .filter(status -> status.key().equals(given))
                .findFirst()
                .orElseThrow(() -> UserProblem.of(
                                Kind.INVALID,
                                "organization-status",
                                STATUSES.stream().map(SafetyStatus::key).collect(Collectors.joining(", ")))
                        .at("status", given));
    }

    private static CriterionSubject kind(String key) {
        return KINDS.stream()
                .filter(kind -> kind.key().equals(key))
                .findFirst()
                .orElseThrow(() -> UserProblem.of(
                                Kind.INVALID,
                                "choice-unknown",
                                "kind",
                                KINDS.stream()
                                        .sorted()
                                        .map(CriterionSubject::key)
                                        .collect(Collectors.joining(", ")))
                        .at("kind", key));
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw UserProblem.of(Kind.INVALID, "field-missing", field).at(field, null);
        }
        return value;
    }
}
