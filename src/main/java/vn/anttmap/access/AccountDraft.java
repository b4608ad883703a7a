package vn.anttmap.access;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/**
 * What an account is to be, as an administrator says it.
 *
 * @param username lower-case letters, digits, dot, hyphen, underscore; needed for a new account only
 * @param role in lower case
 * @param extraRights in lower case with hyphens; those that can be given to a single account
 * @param unitIds units that the territory names; needed unless the account is for the whole country or administers
 * @param enabled true where it is left out
 */
record AccountDraft(
        @Nullable String username,
        @Nullable String displayName,
        @Nullable String role,
        @Nullable List<String> extraRights,
        @Nullable List<Long> unitIds,
        @Nullable Boolean wholeCountry,
        @Nullable Boolean enabled) {

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,39}");
    private static final int LONGEST_NAME = 200;
    private static final int MOST_UNITS = 50;

    record Checked(
            String displayName,
            Role role,
            Set<Right> extraRights,
            List<Long> unitIds,
            boolean wholeCountry,
            boolean enabled) {}

    /** @throws UserProblem of kind INVALID */
    String checkedUsername() {
        String name = given("username", username);
        if (!USERNAME.matcher(name).matches()) {
            throw UserProblem.of(Kind.INVALID, "account-name-invalid").at("username", name);
        }
        return name;
    }

    /** @throws UserProblem that names the field at fault */
    Checked check(UnitNames units) {
        Role wanted = checkedRole();
        boolean all = Boolean.TRUE.equals(wholeCountry);
        return new Checked(
                checkedDisplayName(),
                wanted,
                rights(wanted),
                units(units, wanted, all),
                all,
                !Boolean.FALSE.equals(enabled));
    }

    private String checkedDisplayName() {
        String name = Normalizer.normalize(given("displayName", displayName), Normalizer.Form.NFC)
                .strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw UserProblem.of(Kind.INVALID, "account-display-name-invalid", LONGEST_NAME)
                    .at("displayName", name);
        }
        return name;
    }

    private Role checkedRole() {
        String wanted = given("role", role);
        return Arrays.stream(Role.values())
                .filter(each -> key(each).equals(wanted))
                .findFirst()
                .orElseThrow(() -> UserProblem.of(
                                Kind.INVALID,
                                "choice-unknown",
                                "role",
                                Arrays.stream(Role.values())
                                        .map(AccountDraft::key)
                                        .collect(Collectors.joining(", ")))
                        .at("role", wanted));
    }

    private Set<Right> rights(Role wanted) {
        List<Right> known = Arrays.stream(Right.values()).filter(Right::extra).toList();
        Set<Right> rights = new TreeSet<>();
        for (String name : extraRights == null ? List.<String>of() : extraRights) {
            Right right = known.stream()
                    .filter(each -> key(each).equals(name))
                    .findFirst()
                    .orElseThrow(() -> UserProblem.of(
                                    Kind.INVALID,
                                    "choice-unknown",
                                    "extraRights",
                                    known.stream().map(AccountDraft::key).collect(Collectors.joining(", ")))
                            .at("extraRights", name));
            // An administrator runs the service and sees no data; design §4.
            if (wanted == Role.ADMINISTRATOR) {
                throw UserProblem.of(Kind.UNPROCESSABLE, "account-right-of-administrator")
                        .at("extraRights", name);
            }
            if (!right.belongsTo(wanted)) {
                rights.add(right);
            }
        }
        return rights;
    }

    private List<Long> units(UnitNames units, Role wanted, boolean all) {
        List<Long> ids = unitIds == null ? List.of() : List.copyOf(new LinkedHashSet<>(unitIds));
        if (ids.size() > MOST_UNITS) {
            throw UserProblem.of(Kind.INVALID, "account-units-many", MOST_UNITS).at("unitIds", ids.size());
        }
        for (Long id : ids) {
            if (units.fullName(id).isEmpty()) {
                throw UserProblem.of(Kind.UNPROCESSABLE, "unit-unknown", id).at("unitIds", id);
            }
        }
        if (ids.isEmpty() && !all && wanted != Role.ADMINISTRATOR) {
            throw UserProblem.of(Kind.UNPROCESSABLE, "account-units-missing").at("unitIds", null);
        }
        return ids;
    }

    static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String given(String field, @Nullable String value) {
        if (value == null) {
            throw UserProblem.of(Kind.INVALID, "field-missing", field).at(field, null);
        }
        return value;
    }
}
