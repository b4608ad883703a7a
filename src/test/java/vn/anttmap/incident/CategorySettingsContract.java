package vn.anttmap.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Role;
import vn.anttmap.node.RecentReads;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.testing.TestDraft;

/** Categories are data: an administrator adds, renames, restricts and retires them, and every node knows at once. */
@RecordApplicationEvents
abstract class CategorySettingsContract extends IncidentContract {

    @Autowired
    CategorySettings settings;

    @Autowired
    IncidentCategories categories;

    @Autowired
    IncidentList list;

    @Autowired
    JdbcClient jdbcClient;

    @Autowired
    RecentReads recent;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    ApplicationEvents events;

    AccountView administrator;
    TestDraft mark;

    @BeforeEach
    void people() {
        administrator = account("admin", Role.ADMINISTRATOR, Set.of());
        mark = TestDraft.at(inBlock1, "2021-03-01T08:00:00+07:00").category("DUOINUOC");
    }

    @AfterEach
    void asItWas() {
        removeWhatWasWritten();
        change("DUOINUOC", draft("Tai nạn khác, cứu nạn cứu hộ", SeverityScale.NONE, false, true));
        jdbc.execute("delete from incident_category where code = 'TREEM'");
        jdbcClient
                .sql("update incident_category_revision set revision = ?")
                .param(UUID.randomUUID())
                .update();
        recent.changed();
    }

    @Test
    void aNewCategoryCanBeUsedAtOnceAndStandsLast() {
        CategorySettings.Stored stored = change("TREEM", draft(" Xâm hại trẻ em ", SeverityScale.CRIME, false, true));

        assertThat(stored.created()).isTrue();
        assertThat(stored.category().nameVi()).isEqualTo("Xâm hại trẻ em");
        assertThat(categories.visibleTo(officer))
                .extracting(IncidentCategory::code)
                .endsWith("KHAC", "TREEM");
        assertThat(register.put(
                                officer,
                                UUID.randomUUID(),
                                mark.category("TREEM").draft(),
                                null,
                                VI)
                        .incident()
                        .categoryName())
                .isEqualTo("Xâm hại trẻ em");
    }

    @Test
    void anInactiveCategoryStaysReadableAndCannotBeChosen() {
        UUID before = mark(mark);

        change("DUOINUOC", draft("Cứu nạn", SeverityScale.NONE, false, false));

        assertThat(problemOf(() -> mark(mark)).key()).isEqualTo("category-unknown");
        IncidentView read = register.get(officer, before, VI);
        assertThat(read.categoryName()).isEqualTo("Cứu nạn");
        // What has it may be corrected and keep it.
        assertThat(register.put(officer, before, mark.note("ao").draft(), 0L, VI)
                        .incident()
                        .category())
                .isEqualTo("DUOINUOC");
        IncidentFilter asked = new IncidentFilter(null, null, "DUOINUOC", null, null, null, true, true);
        assertThat(list.page(officer, asked, null, 10, VI).numberMatched()).isEqualTo(1);
    }

    @Test
    void aCategoryThatBecomesRestrictedIsHiddenAtOnce() {
        UUID id = mark(mark);
        assertThat(categories.hiddenFrom(officer)).containsExactlyInAnyOrder("ANBG", "ANCT");

        change("DUOINUOC", draft("Cứu nạn", SeverityScale.NONE, true, true));

        assertThat(categories.hiddenFrom(officer)).containsExactlyInAnyOrder("ANBG", "ANCT", "DUOINUOC");
        assertThat(problemOf(() -> register.get(officer, id, VI)).kind()).isEqualTo(UserProblem.Kind.NOT_FOUND);
    }

    @Test
    void whatWasRolledBackIsNotRemembered() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            change("DUOINUOC", draft("Cứu nạn", SeverityScale.NONE, true, true));
            assertThat(categories.find("DUOINUOC").orElseThrow().restricted()).isTrue();
            status.setRollbackOnly();
        });

        assertThat(categories.find("DUOINUOC").orElseThrow().restricted()).isFalse();
        change("DUOINUOC", draft("Cứu hộ", SeverityScale.NONE, false, true));
        assertThat(categories.find("DUOINUOC").orElseThrow().nameVi()).isEqualTo("Cứu hộ");
    }

    @Test
    void aScaleInUseStays() {
        TestDraft graded = mark.category("TTXH");
        UUID id = mark(graded);
        jdbc.update("update incident set severity = 'NGHIEM_TRONG' where id = ?", id);

        UserProblem problem = problemOf(() -> change("TTXH", draft("Trật tự", SeverityScale.TRAFFIC, false, true)));

        assertThat(problem.key()).isEqualTo("category-scale-in-use");
        assertThat(categories.find("TTXH").orElseThrow().scale()).isEqualTo("CRIME");
        mark(mark);
        change("DUOINUOC", draft("Cứu nạn", SeverityScale.FIRE, false, true));
        assertThat(categories.find("DUOINUOC").orElseThrow().severities()).hasSize(5);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ADMINISTRATOR")
    void nobodyElseMayMaintainThem(Role role) {
        AccountView other = account("other", role, Set.of(), OLD_TOWN);

        assertThat(problemOf(() -> settings.put(
                                other,
                                "DUOINUOC",
                                draft("Cứu nạn", SeverityScale.NONE, true, true),
                                version("DUOINUOC")))
                        .kind())
                .isEqualTo(UserProblem.Kind.FORBIDDEN);
        assertThat(problemOf(() -> settings.list(other)).kind()).isEqualTo(UserProblem.Kind.FORBIDDEN);
        assertThat(problemOf(() -> settings.scales(other)).kind()).isEqualTo(UserProblem.Kind.FORBIDDEN);
        assertThat(problemOf(() -> settings.get(other, "DUOINUOC")).kind()).isEqualTo(UserProblem.Kind.FORBIDDEN);
        assertThat(categories.find("DUOINUOC").orElseThrow().restricted()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"treem", "T", "1A", "TRẺEM", "A-B", "ABCDEFGHIJKLMNOPQRSTU"})
    void aCodeIsPlainCapitals(String code) {
        assertThat(problemOf(() -> change(code, draft("x", SeverityScale.NONE, false, true)))
                        .key())
                .isEqualTo("category-code-invalid");
    }

    @Test
    void everyValueMustBeThere() {
        CategorySettings.Draft noName = draft(" ", SeverityScale.NONE, false, true);
        CategorySettings.Draft noScale = draft("x", null, false, true);

        assertThat(problemOf(() -> change("TREEM", noName)).parameter()).isEqualTo("nameVi");
        assertThat(problemOf(() -> change("TREEM", noScale)).parameter()).isEqualTo("scale");
        assertThat(categories.find("TREEM")).isEmpty();
    }

    @Test
    void aChangeIsToldToWhoeverListens() {
        change("TREEM", draft("Trẻ em", SeverityScale.NONE, false, true));
        change("TREEM", draft("Trẻ em", SeverityScale.NONE, true, true));

        assertThat(events.stream(IncidentCategoryChanged.class))
                .containsExactly(
                        new IncidentCategoryChanged(administrator, "TREEM", true),
                        new IncidentCategoryChanged(administrator, "TREEM", false));
    }

    @Test
    void theSameAgainNeedsNoVersionAndChangesNothing() {
        CategorySettings.Draft twice = draft("Cứu hộ", SeverityScale.NONE, false, true);
        long version = change("DUOINUOC", twice).category().version();
        events.clear();

        CategorySettings.Stored again = settings.put(administrator, "DUOINUOC", twice, null);

        assertThat(again.created()).isFalse();
        assertThat(again.category().version()).isEqualTo(version);
        assertThat(events.stream(IncidentCategoryChanged.class)).isEmpty();
    }

    @Test
    void aNewCategoryIsVersion0AndEachChangeIsTheNext() {
        assertThat(change("TREEM", draft("Trẻ em", SeverityScale.NONE, false, true))
                        .category()
                        .version())
                .isZero();
        assertThat(change("TREEM", draft("Trẻ nhỏ", SeverityScale.NONE, false, true))
                        .category()
                        .version())
                .isEqualTo(1);
    }

    @Test
    void aChangeNamesTheVersionItIsBasedOn() {
        long seen = version("DUOINUOC");

        UserProblem none = problemOf(
                () -> settings.put(administrator, "DUOINUOC", draft("Cứu nạn", SeverityScale.NONE, false, true), null));

        assertThat(none.kind()).isEqualTo(UserProblem.Kind.VERSION_REQUIRED);
        change("DUOINUOC", draft("Cứu hộ", SeverityScale.NONE, true, true));
        UserProblem stale = problemOf(
                () -> settings.put(administrator, "DUOINUOC", draft("Cứu nạn", SeverityScale.NONE, false, true), seen));
        assertThat(stale.kind()).isEqualTo(UserProblem.Kind.STALE);
        assertThat(stale.extras().get("current"))
                .isEqualTo(
                        new CategoryView("DUOINUOC", "Cứu hộ", "Other accident, rescue", "none", true, true, seen + 1));
        assertThat(categories.find("DUOINUOC").orElseThrow().nameVi()).isEqualTo("Cứu hộ");
    }

    @Test
    void ofTwoAdministratorsAtOnceOneIsToldWhatTheOtherHasDone() throws Exception {
        long seen = version("DUOINUOC");
        List<String> names = List.of("Cứu nạn", "Cứu hộ");
        CountDownLatch together = new CountDownLatch(names.size());
        ExecutorService two = Executors.newFixedThreadPool(names.size());
        List<Object> outcomes = new ArrayList<>();
        try {
            List<Future<Object>> running = names.stream()
                    .map(name -> two.submit(() -> {
                        together.countDown();
                        together.await();
                        return outcomeOf(name, seen);
                    }))
                    .toList();
            for (Future<Object> one : running) {
                outcomes.add(one.get());
            }
        } finally {
            two.shutdownNow();
        }

        String stored = categories.find("DUOINUOC").orElseThrow().nameVi();
        assertThat(outcomes).containsExactlyInAnyOrder(stored, UserProblem.Kind.STALE);
        assertThat(version("DUOINUOC")).isEqualTo(seen + 1);
    }

    private Object outcomeOf(String name, long seen) {
        try {
            return settings.put(administrator, "DUOINUOC", draft(name, SeverityScale.NONE, false, true), seen)
                    .category()
                    .nameVi();
        } catch (UserProblem problem) {
            return problem.kind();
        }
    }

    /** As the migrations have them: four of crimes, five of accidents, five of fires. */
    @Test
    void everyScaleComesWithItsGradesAndTheirSources() {
        List<CategorySettings.ScaleGrades> scales = settings.scales(administrator);

        assertThat(scales)
                .extracting(CategorySettings.ScaleGrades::scale)
                .containsExactly(SeverityScale.CRIME, SeverityScale.TRAFFIC, SeverityScale.FIRE, SeverityScale.NONE);
        assertThat(scales).extracting(scale -> scale.grades().size()).containsExactly(4, 5, 5, 0);
        assertThat(scales.get(2).grades().get(0).source()).isEqualTo("Thông tư 88/2024/TT-BCA, Điều 29(5)");
    }

    /** Puts it on top of what is there. */
    CategorySettings.Stored change(String code, CategorySettings.Draft draft) {
        return settings.put(administrator, code, draft, version(code));
    }

    private @Nullable Long version(String code) {
        return categories.find(code).map(IncidentCategory::version).orElse(null);
    }

    static CategorySettings.Draft draft(String nameVi, SeverityScale scale, boolean restricted, boolean active) {
        return new CategorySettings.Draft(nameVi, "Other accident, rescue", scale, restricted, active);
    }
}
