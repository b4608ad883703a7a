package vn.anttmap.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import vn.anttmap.access.AccountView;
import vn.anttmap.geo.Wgs84;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.testing.DemoDataContract;
import vn.anttmap.testing.TestDraft;

/** What the contracts on incidents share: an officer of the town of 2021, places in it, and marks. */
abstract class IncidentContract extends DemoDataContract {

    static final Locale VI = Locale.forLanguageTag("vi");

    /** Two residential blocks of the town. */
    static final String BLOCK_1 = "hamlet-15394-khu-pho-1-2020";

    static final String BLOCK_2 = "hamlet-15394-khu-pho-2-2020";

    /** One degree of latitude at 20 degrees north, on the WGS 84 ellipsoid. */
    static final double METERS_PER_DEGREE = 110_704;

    @Autowired
    IncidentRegister register;

    AccountView officer;
    Point inBlock1;

    @BeforeEach
    void anOfficerOfTheTown() {
        officer = officer("officer", OLD_TOWN);
        inBlock1 = inside(BLOCK_1);
    }

    /**
     * Straight north of the northernmost vertex of the town, so that no other part of it is nearer: in its register, in
     * none of its areas.
     */
    Point northOfTown(double meters) {
        Coordinate north = Arrays.stream(boundary(NEW_TOWN).getCoordinates())
                .max(Comparator.comparingDouble(Coordinate::getY))
                .orElseThrow();
        return Wgs84.point(north.x, north.y + meters / METERS_PER_DEGREE);
    }

    Point northOfTown() {
        return northOfTown(100);
    }

    /** A new mark of the officer. */
    UUID mark(TestDraft draft) {
        return mark(officer, draft);
    }

    UUID mark(AccountView account, TestDraft draft) {
        UUID id = UUID.randomUUID();
        register.put(account, id, draft.draft(), null, VI);
        return id;
    }

    /** Marks or corrects as a signed-in account. */
    IncidentRegister.Stored put(AccountView account, UUID id, TestDraft draft, @Nullable Long basedOn) {
        return as(account, () -> register.put(account, id, draft.draft(), basedOn, VI));
    }

    /** Signs the account in for the call, as in a request, so that the history knows who it was. */
    static <T> T as(AccountView account, Supplier<T> call) {
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(account.username(), null, List.of()));
        try {
            return call.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    static void assertProblem(UserProblem.Kind kind, ThrowingCallable call) {
        assertThat(problemOf(call).kind()).isEqualTo(kind);
    }

    static UserProblem problemOf(ThrowingCallable call) {
        UserProblem[] thrown = new UserProblem[1];
        assertThatThrownBy(call).isInstanceOfSatisfying(UserProblem.class, problem -> thrown[0] = problem);
        return thrown[0];
    }
}
