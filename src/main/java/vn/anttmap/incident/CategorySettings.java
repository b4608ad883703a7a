package vn.anttmap.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.geo.VietnameseText;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/** How an administrator maintains the list of categories. None is ever deleted: incidents refer to it. */
@Service
public class CategorySettings {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,19}");
    private static final int LONGEST_NAME = 200;

    private final IncidentCategories categories;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    CategorySettings(IncidentCategories categories, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.categories = categories;
        this.jdbc = jdbc;
        this.events = events;
    }

    /**
     * What a category is to be.
     *
     * @param active false: stays readable and cannot be chosen any more
     */
    public record Draft(
            @Nullable String nameVi,
            @Nullable String nameEn,
            @Nullable SeverityScale scale,
            @Nullable Boolean restricted,
            @Nullable Boolean active) {}

    /** @param created whether there was none of this code */
    public record Stored(IncidentCategory category, boolean created) {}

    /** All categories, restricted and inactive ones too, in the order of the list. */
    public List<IncidentCategory> list(AccountView account) {
        account.require(Right.ADMINISTER);
        return new ArrayList<>(categories.all().values());
    }

    /** @throws UserProblem of kind NOT_FOUND */
    public IncidentCategory get(AccountView account, String code) {
        account.require(Right.ADMINISTER);
        return categories.find(code).orElseThrow(() -> UserProblem.of(Kind.NOT_FOUND, "category-not-found", code));
    }

    /**
     * Adds a category at the end of the list, or changes one.
     *
     * @throws UserProblem if a value is wrong, or the scale of a category is changed whose incidents have severities
     */
    @Transactional
    public Stored put(AccountView account, String code, Draft draft) {
        account.require(Right.ADMINISTER);
        if (!CODE.matcher(code).matches()) {
            throw UserProblem.of(Kind.INVALID, "category-code-invalid").at("code", code);
        }
        IncidentCategory wanted = new IncidentCategory(
                code,
                name("nameVi", draft.nameVi()),
                name("nameEn", draft.nameEn()),
                present("scale", draft.scale()).name(),
                present("restricted", draft.restricted()),
                present("active", draft.active()),
                List.of());
        // The row of the revision is the lock: of two administrators at once the second sees what the first has done.
        jdbc.sql("update incident_category_revision set revision = ? where id = 1")
                .param(UUID.randomUUID())
                .update();
        Optional<IncidentCategory> before =
                Optional.ofNullable(categories.read().get(code));
        if (before.isPresent()) {
            change(before.get(), wanted);
        } else {
            add(wanted);
        }
        events.publishEvent(new IncidentCategoryChanged(account, code, before.isEmpty()));
        return new Stored(categories.read().get(code), before.isEmpty());
    }

    private void change(IncidentCategory before, IncidentCategory wanted) {
        // The same code of a grade means different things on two scales.
        if (!before.scale().equals(wanted.scale()) && inUse(wanted.code())) {
            throw UserProblem.of(Kind.CONFLICT, "category-scale-in-use", wanted.code())
                    .at("scale", wanted.scale());
        }
        jdbc.sql("""
                        update incident_category
                        set name_vi = ?, name_en = ?, scale = ?, restricted = ?, active = ? where code = ?""")
                .params(
                        wanted.nameVi(),
                        wanted.nameEn(),
                        wanted.scale(),
                        wanted.restricted(),
                        wanted.active(),
                        wanted.code())
                .update();
    }

    private void add(IncidentCategory wanted) {
        jdbc.sql("""
                        insert into incident_category (code, name_vi, name_en, scale, restricted, active, position)
                        select ?, ?, ?, ?, ?, ?, max(position) + 1 from incident_category""")
                .params(
                        wanted.code(),
                        wanted.nameVi(),
                        wanted.nameEn(),
                        wanted.scale(),
                        wanted.restricted(),
                        wanted.active())
                .update();
    }

    private boolean inUse(String code) {
        return jdbc.sql("select count(*) from incident where category = ? and severity is not null")
                        .param(code)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static String name(String field, @Nullable String given) {
        String name = VietnameseText.nfc(present(field, given).strip());
        if (name.isEmpty()) {
            throw UserProblem.of(Kind.INVALID, "field-missing", field).at(field, given);
        }
        if (name.length() > LONGEST_NAME) {
            throw UserProblem.of(Kind.INVALID, "text-too-long", field, LONGEST_NAME)
                    .at(field, given);
        }
        if (!VietnameseText.storable(name)) {
            throw UserProblem.of(Kind.INVALID, "text-unreadable", field).at(field, null);
        }
        return name;
    }

    private static <T> T present(String field, @Nullable T value) {
        if (value == null) {
            throw UserProblem.of(Kind.INVALID, "field-missing", field).at(field, null);
        }
        return value;
    }
}
