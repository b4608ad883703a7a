package vn.anttmap.access;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/** Many accounts at once, as rows of a table: looked at first, then all made or none. */
@Service
class AccountTable {

    /** Each password costs a tenth of a second to hash. */
    static final int MOST_ROWS = 100;

    private final AccountAdministration administration;
    private final AccountRepository accounts;
    private final UnitNames units;
    private final MessageSource messages;

    AccountTable(
            AccountAdministration administration, AccountRepository accounts, UnitNames units, MessageSource messages) {
        this.administration = administration;
        this.accounts = accounts;
        this.units = units;
        this.messages = messages;
    }

    /**
     * A row as it was typed or pasted.
     *
     * @param role in lower case
     * @param extraRights in lower case with hyphens
     * @param units codes, full names, or full names with that of the unit above behind a comma
     */
    record Row(
            @Nullable String username,
            @Nullable String displayName,
            @Nullable String role,
            @Nullable List<String> extraRights,
            @Nullable List<String> units,
            @Nullable Boolean wholeCountry) {}

    /**
     * What a row comes to.
     *
     * @param row from 1
     * @param units full names of those that were found
     * @param field that is at fault, or null
     * @param problem in words of the caller's language, or null
     */
    record Looked(
            int row,
            @Nullable String username,
            @Nullable String displayName,
            @Nullable String role,
            List<String> units,
            @Nullable String field,
            @Nullable String problem) {}

    /** Says of each row what it would come to; nothing is written. */
    @Transactional(readOnly = true)
    List<Looked> look(AccountView by, List<Row> rows, Locale locale) {
        by.require(Right.ADMINISTER);
        requireRows(rows);
        Set<String> names = new HashSet<>();
        List<Looked> looked = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            looked.add(look(i + 1, rows.get(i), names, locale));
        }
        return looked;
    }

    /**
     * Makes all of them.
     *
     * @throws UserProblem with the rows at fault if there is any; then none is made
     */
    @Transactional
    List<AccountAdministration.Made> make(AccountView by, List<Row> rows, Locale locale) {
        List<Looked> looked = look(by, rows, locale);
        List<Looked> faults =
                looked.stream().filter(row -> row.problem() != null).toList();
        if (!faults.isEmpty()) {
            throw UserProblem.of(Kind.UNPROCESSABLE, "account-rows-faulty", faults.size())
                    .with("rows", looked);
        }
        return rows.stream().map(row -> administration.create(by, draft(row))).toList();
    }

    private static void requireRows(List<Row> rows) {
        if (rows.isEmpty() || rows.size() > MOST_ROWS) {
            throw UserProblem.of(Kind.INVALID, "number-out-of-range", "accounts", 1, MOST_ROWS)
                    .at("accounts", rows.size());
        }
    }

    private Looked look(int number, Row row, Set<String> names, Locale locale) {
        List<String> found = new ArrayList<>();
        try {
            for (String unit : given(row.units())) {
                found.add(find(unit).fullName());
            }
            AccountDraft draft = draft(row);
            String username = draft.checkedUsername();
            AccountDraft.Checked checked = draft.check(units);
            if (!names.add(username) || accounts.findByUsername(username).isPresent()) {
                throw UserProblem.of(Kind.CONFLICT, "account-name-taken", username)
                        .at("username", username);
            }
            return new Looked(
                    number, username, checked.displayName(), AccountDraft.key(checked.role()), found, null, null);
        } catch (UserProblem problem) {
            return new Looked(
                    number,
                    row.username(),
                    row.displayName(),
                    row.role(),
                    found,
                    problem.parameter(),
                    messages.getMessage("error." + problem.key() + ".detail", texts(problem), locale));
        }
    }

    private static Object[] texts(UserProblem problem) {
        Object[] texts = problem.arguments().clone();
        for (int i = 0; i < texts.length; i++) {
            texts[i] = String.valueOf(texts[i]);
        }
        return texts;
    }

    private AccountDraft draft(Row row) {
        return new AccountDraft(
                row.username(),
                row.displayName(),
                row.role(),
                row.extraRights(),
                given(row.units()).stream().map(unit -> find(unit).id()).toList(),
                row.wholeCountry(),
                true);
    }

    private static List<String> given(@Nullable List<String> units) {
        return units == null
                ? List.of()
                : units.stream()
                        .map(String::strip)
                        .filter(unit -> !unit.isEmpty())
                        .toList();
    }

    /** Thanh Hóa and Thanh Hoá are one name, and so is what was typed without marks. */
    private static String plain(@Nullable String name) {
        return Normalizer.normalize(name == null ? "" : name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace('đ', 'd')
                .replace('Đ', 'D')
                .toLowerCase(Locale.ROOT);
    }

    /** The one unit of today that has this code or name. */
    private UnitNames.Found find(String text) {
        int comma = text.indexOf(',');
        String name = comma < 0 ? text : text.substring(0, comma).strip();
        String above = comma < 0 ? null : text.substring(comma + 1).strip();
        List<UnitNames.Found> found = units.search(name).stream()
                .filter(unit -> name.equals(unit.code()) || plain(name).equals(plain(unit.fullName())))
                .filter(unit -> above == null || plain(above).equals(plain(unit.parentName())))
                .toList();
        if (found.isEmpty()) {
            throw UserProblem.of(Kind.UNPROCESSABLE, "account-unit-not-found", text)
                    .at("units", text);
        }
        if (found.size() > 1) {
            String choices = String.join(
                    "; ",
                    found.stream()
                            .limit(5)
                            .map(unit -> unit.fullName() + ", " + unit.parentName() + " (" + unit.code() + ")")
                            .toList());
            throw UserProblem.of(Kind.UNPROCESSABLE, "account-unit-ambiguous", text, choices)
                    .at("units", text);
        }
        return found.get(0);
    }
}
