package vn.anttmap.movement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.GivenText;

/** The kinds of entries of each register. None is ever deleted: entries refer to it. */
@Service
public class MovementKinds {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{1,38}");
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_WORD = 40;

    private final JdbcClient jdbc;

    MovementKinds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All kinds of all registers, inactive ones too, in the order of the lists. */
    @Transactional(readOnly = true)
    public List<MovementKind> list() {
        return jdbc.sql("""
                        select register, code, name_vi, name_en, counting_word, active
                        from movement_kind order by register, position""")
                .query((row, number) -> new MovementKind(
                        Register.ofKey(row.getString("register")),
                        row.getString("code"),
                        row.getString("name_vi"),
                        row.getString("name_en"),
                        row.getString("counting_word"),
                        row.getBoolean("active")))
                .list();
    }

    /** The kinds of one register by code. */
    Map<String, MovementKind> of(Register register) {
        return list().stream()
                .filter(kind -> kind.register() == register)
                .collect(Collectors.toMap(MovementKind::code, kind -> kind, (one, other) -> one, LinkedHashMap::new));
    }

    /** What a kind is to be. */
    public record Draft(
            @Nullable String nameVi,
            @Nullable String nameEn,
            @Nullable String countingWord,
            @Nullable Boolean active) {}

    /**
     * Adds a kind at the end of its list, or changes one.
     *
     * @return whether there was none of this code
     * @throws UserProblem if the account may not, or a value is wrong
     */
    @Transactional
    public boolean put(AccountView account, Register register, String code, Draft draft) {
        account.require(Right.ADMINISTER);
        if (!CODE.matcher(code).matches()) {
            throw UserProblem.of(Kind.INVALID, "register-kind-code-invalid").at("code", code);
        }
        String nameVi = GivenText.required("nameVi", draft.nameVi(), LONGEST_NAME);
        String nameEn = GivenText.required("nameEn", draft.nameEn(), LONGEST_NAME);
        String countingWord = GivenText.required("countingWord", draft.countingWord(), LONGEST_WORD);
        if (draft.active() == null) {
            throw UserProblem.of(Kind.INVALID, "field-missing", "active").at("active", null);
        }
        int changed = jdbc.sql("""
                        update movement_kind set name_vi = ?, name_en = ?, counting_word = ?, active = ?
                        where register = ? and code = ?""")
                .params(nameVi, nameEn, countingWord, draft.active(), register.key(), code)
                .update();
        if (changed == 0) {
            jdbc.sql("""
                            insert into movement_kind
                              (register, code, name_vi, name_en, counting_word, active, position)
                            select ?, ?, ?, ?, ?, ?, coalesce(max(position), 0) + 1
                            from movement_kind where register = ?""")
                    .params(register.key(), code, nameVi, nameEn, countingWord, draft.active(), register.key())
                    .update();
        }
        return changed == 0;
    }
}
