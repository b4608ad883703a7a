package vn.anttmap.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Role;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.testing.DemoDataContract;

/** A leader's first page. The figures were counted in the files of gis-data. */
abstract class OverviewContract extends DemoDataContract {

    private static final Locale VI = Locale.forLanguageTag("vi");

    @Autowired
    Overviews overviews;

    @Test
    void beginsWithTheYearOfTheNewestDayWithData() {
        Overview overview = ask(leader(OLD_TOWN), null, null, null, null);

        assertThat(overview.from()).isEqualTo("2019-01-01");
        assertThat(overview.to()).isEqualTo("2019-08-15");
        assertThat(overview.titles().year()).isEqualTo(2019);
        assertThat(overview.within()).isNull();
    }

    /** assessments.csv: of the five khu phố, the second was not recognised in 2018; no step of the town is on record. */
    @Test
    void saysHowManyOfAllWereRecognised() {
        Overview overview = ask(leader(OLD_TOWN), null, "2018-01-01", "2018-12-31", 2018);

        assertThat(overview.titles().levels())
                .extracting(
                        Overview.LevelTitles::level,
                        Overview.LevelTitles::recognised,
                        Overview.LevelTitles::all,
                        Overview.LevelTitles::byStatus)
                .containsExactly(
                        tuple("residential-area", 4, 5, Map.of("recognised", 4, "not_recognised", 1)),
                        tuple("commune", 0, 1, Map.of("not_registered", 1)));
        // The areas have their decisions; the town has not even registered.
        assertThat(overview.late().count()).isEqualTo(1);
        assertThat(overview.late().areas().get(0).step()).isEqualTo("registered");
        assertThat(overview.late().areas().get(0).since()).isEqualTo("2018-03-31");
        // Thông tư 23/2012 holds for 2018, and its word on the first quarter has not been read.
        assertThat(overview.late().areas().get(0).verified()).isFalse();
    }

    /** incidents.geojson: 15 incidents from 1 January to 15 August 2019, 18 in the same days of 2018. */
    @Test
    void comparesWithTheSamePeriodOfTheYearBefore() {
        Overview overview = ask(leader(OLD_TOWN), null, null, null, null);

        assertThat(overview.incidents().period().count()).isEqualTo(15L);
        assertThat(overview.incidents().before().count()).isEqualTo(18L);
        assertThat(overview.incidents().difference()).isEqualTo(-3L);
        Overview.Trend areas = overview.trends().get(0);
        assertThat(areas.rising() + areas.falling() + areas.same()).isEqualTo(5);
        assertThat(areas.notCovered()).isZero();
        assertThat(areas.most())
                .extracting(Overview.Change::fullName, Overview.Change::count, Overview.Change::before)
                .containsExactly(tuple("Khu phố 2", 7, 5), tuple("Khu phố 3", 4, 3), tuple("Khu phố 5", 2, 1));
        assertThat(overview.trends().get(1).falling()).isEqualTo(1);
    }

    @Test
    void doesNotCompareWhereTheRegisterDoesNotReach() {
        Overview overview = ask(leader(OLD_TOWN), null, "2018-01-01", "2018-12-31", null);

        assertThat(overview.incidents().difference()).isNull();
        assertThat(overview.trends().get(0).notCovered()).isEqualTo(5);
        assertThat(overview.trends().get(0).most()).isEmpty();
    }

    @Test
    void tellsTheNewestIncidentOfEachAreaOnce() {
        Overview overview = ask(leader(OLD_TOWN), null, null, null, null);

        assertThat(overview.latest())
                .extracting(mark -> mark.area() == null ? null : mark.area().fullName())
                .doesNotHaveDuplicates()
                .startsWith("Khu phố 5", "Khu phố 3", "Khu phố 2");
    }

    @Test
    void keepsToTheUnitAskedForAndToTheAccountsTerritory() {
        AccountView both = leader(HUYEN_YEN_DINH, HUYEN_TRA_LINH);

        Overview district = ask(both, HUYEN_TRA_LINH, null, null, null);

        assertThat(district.within()).isNotNull();
        assertThat(district.titles().levels().get(0).all())
                .isEqualTo(ask(leader(HUYEN_TRA_LINH), null, null, null, null)
                        .titles()
                        .levels()
                        .get(0)
                        .all());
        assertThatThrownBy(() -> ask(leader(OLD_TOWN), HUYEN_TRA_LINH, null, null, null))
                .isInstanceOf(UserProblem.class);
    }

    @Test
    void refusesAnAdministratorAndAPeriodThatRunsBackwards() {
        AccountView administrator = account("administrator", Role.ADMINISTRATOR, Set.of(), OLD_TOWN);

        assertThatThrownBy(() -> ask(administrator, null, null, null, null)).isInstanceOf(UserProblem.class);
        assertThatThrownBy(() -> ask(leader(OLD_TOWN), null, "2019-08-15", "2019-08-14", null))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("period-backwards");
    }

    /** The five blocks went over to the commune of today; its other areas had registers that are not complete for 2019. */
    @Test
    void restatesThePeriodOnTheBoundariesOfToday() {
        Overview then = ask(leader(OLD_TOWN), null, "2019-01-01", "2019-08-15", null);

        Overview today = overviews.of(
                leader(OLD_TOWN),
                new OverviewQuestion(null, day("2019-01-01"), day("2019-08-15"), null, day("2025-07-01")),
                VI);

        assertThat(then.boundaryDay()).isEqualTo("2019-08-15");
        assertThat(today.boundaryDay()).isEqualTo("2025-07-01");
        assertThat(today.to()).isEqualTo("2019-08-15");
        assertThat(today.incidents().period().recorded())
                .isEqualTo(then.incidents().period().recorded());
        assertThat(today.trends().get(0).most())
                .extracting(Overview.Change::count, Overview.Change::before)
                .containsAll(then.trends().get(0).most().stream()
                        .map(change -> tuple(change.count(), change.before()))
                        .toList());
        assertThat(today.trends().get(0).most())
                .extracting(Overview.Change::id)
                .doesNotContainAnyElementsOf(then.trends().get(0).most().stream()
                        .map(Overview.Change::id)
                        .toList());
        assertThat(today.trends().get(0).notCovered()).isPositive();
    }

    private Overview ask(
            AccountView account,
            @Nullable String within,
            @Nullable String from,
            @Nullable String to,
            @Nullable Integer year) {
        return overviews.of(
                account,
                new OverviewQuestion(within == null ? null : unit(within), day(from), day(to), year, null),
                VI);
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
