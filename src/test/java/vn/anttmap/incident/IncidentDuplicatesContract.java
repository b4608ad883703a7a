package vn.anttmap.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Point;
import org.springframework.beans.factory.annotation.Autowired;
import vn.anttmap.access.AccountView;
import vn.anttmap.geo.Wgs84;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.testing.TestDraft;

/** Hints that a mark may be on record already: within 200 m and 24 hours. */
abstract class IncidentDuplicatesContract extends IncidentContract {

    private static final String NOON = "2021-05-10T12:00:00+07:00";

    @Autowired
    IncidentDuplicates duplicates;

    @Test
    void theNearestComeFirstWithHowFarTheyAreInMetresAndMinutes() {
        UUID far = mark(TestDraft.at(north(150), "2021-05-10T13:30:00+07:00"));
        UUID near = mark(TestDraft.at(north(20), "2021-05-10T11:00:00+07:00"));

        List<IncidentDuplicates.Duplicate> found = near(officer, null, null);

        assertThat(found).extracting(one -> one.incident().id()).containsExactly(near, far);
        assertThat(found)
                .extracting(IncidentDuplicates.Duplicate::distanceMeters)
                .containsExactly(20.0, 150.0);
        assertThat(found).extracting(IncidentDuplicates.Duplicate::minutesApart).containsExactly(60L, 90L);
    }

    @Test
    void twoHundredMetresAndTwentyFourHoursAreTheLimit() {
        UUID atTheEdge = mark(TestDraft.at(north(199), "2021-05-09T12:00:00+07:00"));
        mark(TestDraft.at(north(201), NOON));
        mark(TestDraft.at(inBlock1, "2021-05-09T11:59:00+07:00"));
        mark(TestDraft.at(inBlock1, "2021-05-11T12:01:00+07:00"));

        assertThat(ids(officer, null, null)).containsExactly(atTheEdge);
    }

    @Test
    void notWhatWasWithdrawnOrNoCaseOrOfUnknownPlaceOrTheMarkItself() {
        UUID itself = mark(TestDraft.at(inBlock1, NOON));
        register.withdraw(officer, mark(TestDraft.at(inBlock1, NOON)), 0L, VI);
        UUID noCase = mark(TestDraft.at(inBlock1, NOON));
        jdbc.update("update incident set state = 'NOT_A_CASE' where id = ?", noCase);
        mark(TestDraft.at(inBlock1, NOON).accuracy(PlaceAccuracy.UNKNOWN));

        assertThat(ids(officer, null, itself)).isEmpty();
        assertThat(ids(officer, null, null)).containsExactly(itself);
    }

    @Test
    void aCategoryAloneWhereOneIsAskedFor() {
        UUID traffic = mark(TestDraft.at(inBlock1, NOON).category("TNGT"));
        mark(TestDraft.at(inBlock1, NOON));

        assertThat(ids(officer, "TNGT", null)).containsExactly(traffic);
    }

    @Test
    void atMostFive() {
        for (int i = 0; i < 7; i++) {
            mark(TestDraft.at(inBlock1, NOON));
        }

        assertThat(near(officer, null, null)).hasSize(5);
    }

    @Test
    void aSpanIsNearWhereItReachesTheTime() {
        UUID span = mark(TestDraft.at(inBlock1, "2021-05-01T12:00:00+07:00"));
        jdbc.update(
                "update incident set occurred_until = ? where id = ?",
                OffsetDateTime.parse("2021-05-10T09:00:00+07:00"),
                span);

        List<IncidentDuplicates.Duplicate> found = near(officer, null, null);

        assertThat(found).extracting(one -> one.incident().id()).containsExactly(span);
        assertThat(found.get(0).minutesApart()).isEqualTo(180);
    }

    @Test
    void nobodyIsToldOfWhatHeMayNotSee() {
        mark(
                officerForRestricted("trusted", OLD_TOWN),
                TestDraft.at(inBlock1, NOON).category("ANCT"));
        mark(TestDraft.at(inBlock1, NOON));

        assertThat(near(officer, null, null)).hasSize(1);
        assertThat(near(officerForRestricted("trusted", OLD_TOWN), null, null)).hasSize(2);
        assertThat(near(officer("tra-linh", HUYEN_TRA_LINH), null, null)).isEmpty();
        for (AccountView without : List.of(leader(OLD_TOWN), planner(OLD_TOWN))) {
            assertProblem(UserProblem.Kind.FORBIDDEN, () -> near(without, null, null));
        }
    }

    private Point north(double meters) {
        return Wgs84.point(inBlock1.getX(), inBlock1.getY() + meters / METERS_PER_DEGREE);
    }

    private List<UUID> ids(AccountView account, String category, UUID except) {
        return near(account, category, except).stream()
                .map(one -> one.incident().id())
                .toList();
    }

    private List<IncidentDuplicates.Duplicate> near(AccountView account, String category, UUID except) {
        return duplicates
                .near(
                        account,
                        new IncidentDuplicates.Question(
                                inBlock1.getX(),
                                inBlock1.getY(),
                                OffsetDateTime.parse(NOON).toInstant(),
                                null,
                                category,
                                except),
                        VI)
                .incidents();
    }
}
