package vn.anttmap.incident;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.node.RecentReads;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.GivenText;

/** How an administrator maintains the list of categories. None is ever deleted: incidents refer to it. */
@Service
public class CategorySettings {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,19}");
    private static final int LONGEST_NAME = 200;

    private final IncidentCategories categories;
    private final JdbcClient jdbc;
    private final RecentReads recent;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CategorySettings(
            IncidentCategories categories,
            JdbcClient jdbc,
            RecentReads recent,
            ApplicationEventPublisher events,
            Clock clock) {
        this.categories = categories;
        this.jdbc = jdbc;
        this.recent = recent;
        this.events = events;
        this.clock = clock;
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

    /** What a category is to be, checked. */
    private record Wanted(
            String code, String nameVi, String nameEn, SeverityScale scale, boolean restricted, boolean active) {

        boolean isSaidBy(IncidentCategory category) {
            return nameVi.equals(category.nameVi())
                    && nameEn.equals(category.nameEn())
                    && scale.name().equals(category.scale())
                    && restricted == category.restricted()
                    && active == category.active();
        }
    }

    /** The grades of a scale, slightest first; they come with the service. */
    public record ScaleGrades(SeverityScale scale, List<IncidentCategory.SeverityGrade> grades) {}

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

    /** All scales with what their grades mean and where that is from. */
    public List<ScaleGrades> scales(AccountView account) {
        account.require(Right.ADMINISTER);
        Map<String, List<IncidentCategory.SeverityGrade>> grades = categories.grades();
        return Arrays.stream(SeverityScale.values())
                .map(scale -> new ScaleGrades(scale, grades.getOrDefault(scale.name(), List.of())))
                .toList();
    }

    /**
     * Adds a category at the end of the list, or changes one. What is there already changes nothing; a change needs the
     * version it is based on.
     *
     * @param basedOn version the caller has seen, or null
     * @throws UserProblem if a value is wrong, somebody else was faster, or the scale of a category is changed whose
     *     incidents have severities
     */
    @Transactional
    public Stored put(AccountView account, String code, Draft draft, @Nullable Long basedOn) {
        account.require(Right.ADMINISTER);
        if (!CODE.matcher(code).matches()) {
            throw UserProblem.of(Kind.INVALID, "category-code-invalid").at("code", code);
        }
        Wanted wanted = new Wanted(
                code,
                GivenText.required("nameVi", draft.nameVi(), LONGEST_NAME),
                GivenText.required("nameEn", draft.nameEn(), LONGEST_NAME),
                present("scale", draft.scale()),
                present("restricted", draft.restricted()),
                present("active", draft.active()));
        // The row of the revision is the lock: of two administrators at once the second sees what the first has done.
        jdbc.sql("select revision from incident_category_revision where id = 1 for update")
                .query(UUID.class)
                .single();
        IncidentCategory before = categories.read().get(code);
        if (before != null && wanted.isSaidBy(before)) {
            return new Stored(before, false);
        }
        if (before == null) {
            add(wanted);
        } else {
            requireVersion(before, basedOn);
            change(before, wanted);
        }
        keepState(account, code);
        jdbc.sql("update incident_category_revision set revision = ? where id = 1")
                .param(UUID.randomUUID())
                .update();
        recent.changed();
        events.publishEvent(new IncidentCategoryChanged(account, code, before == null));
        return new Stored(Objects.requireNonNull(categories.read().get(code)), before == null);
    }

    private static void requireVersion(IncidentCategory category, @Nullable Long basedOn) {
        if (basedOn == null) {
            throw UserProblem.of(Kind.VERSION_REQUIRED, "version-required", category.version());
        }
        if (basedOn != category.version()) {
            throw UserProblem.of(Kind.STALE, "category-changed", category.code(), category.version())
                    .with("current", CategoryView.of(category));
        }
    }

    private void change(IncidentCategory before, Wanted wanted) {
        // The same code of a grade means different things on two scales.
        if (!before.scale().equals(wanted.scale().name()) && inUse(wanted.code())) {
            throw UserProblem.of(Kind.CONFLICT, "category-scale-in-use", wanted.code())
                    .at("scale", wanted.scale());
        }
        jdbc.sql("""
                        update incident_category
                        set name_vi = ?, name_en = ?, scale = ?, restricted = ?, active = ?, version = version + 1
                        where code = ?""")
                .params(
                        wanted.nameVi(),
                        wanted.nameEn(),
                        wanted.scale().name(),
                        wanted.restricted(),
                        wanted.active(),
                        wanted.code())
                .update();
    }

    private void add(Wanted wanted) {
        jdbc.sql("""
                        insert into incident_category (code, name_vi, name_en, scale, restricted, active, position)
                        select ?, ?, ?, ?, ?, ?, max(position) + 1 from incident_category""")
                .params(
                        wanted.code(),
                        wanted.nameVi(),
                        wanted.nameEn(),
                        wanted.scale().name(),
                        wanted.restricted(),
                        wanted.active())
                .update();
    }

    private void keepState(AccountView account, String code) {
        jdbc.sql("""
                        insert into incident_category_history
                          (code, version, name_vi, name_en, scale, restricted, active, changed_by, changed_at)
                        select code, version, name_vi, name_en, scale, restricted, active, ?, ?
                        from incident_category where code = ?""")
                .params(
                        account.username(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC),
                        code)
                .update();
    }

    private boolean inUse(String code) {
        return jdbc.sql("select count(*) from incident where category = ? and severity is not null")
                        .param(code)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static <T> T present(String field, @Nullable T value) {
        if (value == null) {
            throw UserProblem.of(Kind.INVALID, "field-missing", field).at(field, null);
        }
        return value;
    }
}
