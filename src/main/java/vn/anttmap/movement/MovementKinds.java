package vn.anttmap.movement;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
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

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9_-]{1,38}");
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_WORD = 40;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MovementKinds(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** All kinds of all lists, inactive ones too, in the order of the lists. */
    @Transactional(readOnly = true)
    public List<MovementKind> list() {
        return jdbc.sql("""
                        select register, code, name_vi, name_en, counting_word, active, version
                        from movement_kind order by register, position""")
                .query((row, number) -> new MovementKind(
                        row.getString("register"),
                        row.getString("code"),
                        row.getString("name_vi"),
                        row.getString("name_en"),
                        row.getString("counting_word"),
                        row.getBoolean("active"),
                        row.getLong("version")))
                .list();
    }

    /** The kinds of one register by code. */
    public Map<String, MovementKind> of(Register register) {
        return of(register.key());
    }

    /** The kinds of one open list by code. */
    Map<String, MovementKind> of(String list) {
        return list().stream()
                .filter(kind -> kind.list().equals(list))
                .collect(Collectors.toMap(MovementKind::code, kind -> kind, (one, other) -> one, LinkedHashMap::new));
    }

    /**
     * The code, where it may be chosen.
     *
     * @param present the code that the record has already, which may have become inactive; null for a new one
     * @throws UserProblem of kind INVALID naming the codes there are
     */
    String choose(String list, String field, @Nullable String code, @Nullable String present) {
        if (code == null || code.isBlank()) {
            throw UserProblem.of(Kind.INVALID, "field-missing", field).at(field, code);
        }
        Map<String, MovementKind> known = of(list);
        MovementKind kind = known.get(code);
        if (kind == null || (!kind.active() && !code.equals(present))) {
            throw UserProblem.of(
                            Kind.INVALID,
                            "choice-unknown",
                            field,
                            known.values().stream()
                                    .filter(MovementKind::active)
                                    .map(MovementKind::code)
                                    .collect(Collectors.joining(", ")))
                    .at(field, code);
        }
        return code;
    }

    /** What a kind is to be. */
    public record Draft(
            @Nullable String nameVi,
            @Nullable String nameEn,
            @Nullable String countingWord,
            @Nullable Boolean active) {}

    /** @param created whether there was none of this code */
    public record Stored(MovementKind kind, boolean created) {}

    /**
     * Adds a kind at the end of its list, or changes one. What is there already changes nothing; a change needs the version
     * it is based on.
     *
     * @param list key of a register or of a list of the security teams
     * @param basedOn version the caller has seen, or null
     * @throws UserProblem if the account may not, a value is wrong, or somebody else was faster
     */
    @Transactional
    public Stored put(AccountView account, String list, String code, Draft draft, @Nullable Long basedOn) {
        account.require(Right.ADMINISTER);
        KindLists.check(list);
        if (!CODE.matcher(code).matches()) {
            throw UserProblem.of(Kind.INVALID, "register-kind-code-invalid").at("code", code);
        }
        String nameVi = GivenText.required("nameVi", draft.nameVi(), LONGEST_NAME);
        String nameEn = GivenText.required("nameEn", draft.nameEn(), LONGEST_NAME);
        String countingWord = GivenText.required("countingWord", draft.countingWord(), LONGEST_WORD);
        if (draft.active() == null) {
            throw UserProblem.of(Kind.INVALID, "field-missing", "active").at("active", null);
        }
        // Locked until the end, so that of two administrators at once the second sees what the first has done.
        jdbc.sql("select version from movement_kind where register = ? and code = ? for update")
                .params(list, code)
                .query(Long.class)
                .optional();
        MovementKind before = of(list).get(code);
        MovementKind wanted = new MovementKind(
                list, code, nameVi, nameEn, countingWord, draft.active(), before == null ? 0 : before.version() + 1);
        if (before == null) {
            add(wanted);
        } else if (same(before, wanted)) {
            return new Stored(before, false);
        } else {
            requireVersion(before, basedOn);
            change(wanted);
        }
        remember(account, wanted);
        events.publishEvent(new MovementKindChanged(account, list + " " + code, before == null));
        return new Stored(wanted, before == null);
    }

    /** One state of a kind. */
    public record State(Instant changedAt, String changedBy, MovementKind kind) {}

    /** Everything a kind was called, oldest first; what was delivered is signed by {@code system}. */
    @Transactional(readOnly = true)
    public List<State> history(AccountView account, String list, String code) {
        account.require(Right.ADMINISTER);
        List<State> states = jdbc.sql("""
                        select version, name_vi, name_en, counting_word, active, changed_by, changed_at
                        from movement_kind_history where register = ? and code = ? order by version""")
                .params(KindLists.check(list), code)
                .query((row, number) -> new State(
                        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                        row.getString("changed_by"),
                        new MovementKind(
                                list,
                                code,
                                row.getString("name_vi"),
                                row.getString("name_en"),
                                row.getString("counting_word"),
                                row.getBoolean("active"),
                                row.getLong("version"))))
                .list();
        if (states.isEmpty()) {
            throw UserProblem.of(Kind.NOT_FOUND, "register-kind-unknown", list, code);
        }
        return states;
    }

    private static boolean same(MovementKind one, MovementKind other) {
        return one.nameVi().equals(other.nameVi())
                && one.nameEn().equals(other.nameEn())
                && one.countingWord().equals(other.countingWord())
                && one.active() == other.active();
    }

    private static void requireVersion(MovementKind kind, @Nullable Long basedOn) {
        if (basedOn == null) {
            throw UserProblem.of(Kind.VERSION_REQUIRED, "version-required", kind.version());
        }
        if (basedOn != kind.version()) {
            throw UserProblem.of(Kind.STALE, "register-kind-changed", kind.code(), kind.version())
                    .with("current", kind);
        }
    }

    private void add(MovementKind kind) {
        try {
            jdbc.sql("""
                            insert into movement_kind
                              (register, code, name_vi, name_en, counting_word, active, position)
                            select ?, ?, ?, ?, ?, ?, coalesce(max(position), 0) + 1
                            from movement_kind where register = ?""")
                    .params(
                            kind.list(),
                            kind.code(),
                            kind.nameVi(),
                            kind.nameEn(),
                            kind.countingWord(),
                            kind.active(),
                            kind.list())
                    .update();
        } catch (DuplicateKeyException addedMeanwhile) {
            throw UserProblem.of(Kind.CONFLICT, "changed-meanwhile");
        }
    }

    private void change(MovementKind kind) {
        jdbc.sql("""
                        update movement_kind
                        set name_vi = ?, name_en = ?, counting_word = ?, active = ?, version = ?
                        where register = ? and code = ?""")
                .params(
                        kind.nameVi(),
                        kind.nameEn(),
                        kind.countingWord(),
                        kind.active(),
                        kind.version(),
                        kind.list(),
                        kind.code())
                .update();
    }

    private void remember(AccountView account, MovementKind kind) {
        jdbc.sql("""
                        insert into movement_kind_history
                          (register, code, version, name_vi, name_en, counting_word, active, changed_by, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        kind.list(),
                        kind.code(),
                        kind.version(),
                        kind.nameVi(),
                        kind.nameEn(),
                        kind.countingWord(),
                        kind.active(),
                        account.username(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
