package vn.anttmap.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.anttmap.access.Accounts;
import vn.anttmap.access.NewAccount;
import vn.anttmap.access.Right;
import vn.anttmap.access.Role;
import vn.anttmap.testing.DemoServiceContract;
import vn.anttmap.testing.EventStream;
import vn.anttmap.testing.ServiceClient;

/** Who is told of a mark, and of what of it. */
abstract class LiveContract extends DemoServiceContract {

    @Autowired
    private Accounts accounts;

    @Autowired
    private LiveStreams streams;

    private final List<EventStream> open = new ArrayList<>();

    @AfterEach
    void closeStreams() {
        open.forEach(EventStream::close);
    }

    @Test
    void anOfficersMarkReachesTheLeaderAsIdAndVersionAndNothingMore() {
        EventStream leader = stream("leader");
        UUID id = UUID.randomUUID();

        mark(id, "officer", IN_QUAN_LAO, "TTXH");

        EventStream.Event event = leader.await(about(id));
        assertThat(event.name()).isEqualTo("incident");
        assertThat(event.data()).isEqualTo("{\"id\":\"" + id + "\",\"version\":0,\"change\":\"created\"}");
        assertThat(leader.answer().headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
        assertThat(leader.answer().headers().firstValue("X-Accel-Buffering")).hasValue("no");
        assertThat(leader.answer().headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void correctionsAndWithdrawalsAreToldAndARepeatedMarkIsNot() {
        EventStream leader = stream("leader");
        UUID id = UUID.randomUUID();
        String path = "/api/incidents/" + id;

        mark(id, "officer", IN_QUAN_LAO, "TTXH");
        mark(id, "officer", IN_QUAN_LAO, "TTXH");
        as("officer").put(path, mark(IN_QUAN_LAO).replace("TTXH", "KHAC"), "If-Match", "\"0\"");
        as("officer").post(path + "/withdraw", "", "If-Match", "\"1\"");
        leader.await(event -> event.data().contains("withdrawn") && about(id).test(event));

        assertThat(leader.events().stream()
                        .filter(about(id))
                        .map(event -> event.data().replaceFirst(".*\"version\"", "\"version\"")))
                .containsExactly(
                        "\"version\":0,\"change\":\"created\"}",
                        "\"version\":1,\"change\":\"changed\"}",
                        "\"version\":2,\"change\":\"withdrawn\"}");
    }

    @Test
    void theOtherPlaceAndAccountsWithoutTheRightToARestrictedCategoryAreNotTold() {
        String trusted = "live-trusted-" + System.nanoTime();
        long town = unitId("commune-15394-2019");
        accounts.create(new NewAccount(
                trusted,
                trusted,
                trusted,
                Role.OFFICER,
                Set.of(Right.SEE_RESTRICTED_CATEGORIES),
                List.of(town),
                false,
                false,
                false));
        EventStream leader = stream("leader");
        EventStream traLinh = stream("officer-tra-linh");
        EventStream mayKnow = stream(trusted);
        UUID restricted = UUID.randomUUID();
        UUID plain = UUID.randomUUID();
        UUID elsewhere = UUID.randomUUID();

        mark(restricted, trusted, IN_QUAN_LAO, "ANBG");
        mark(plain, trusted, IN_QUAN_LAO, "TTXH");
        mark(elsewhere, "officer-tra-linh", IN_TRA_LINH, "TTXH");

        // Events keep their order: what came after shows that what is missing was not told.
        mayKnow.await(about(restricted));
        mayKnow.await(about(plain));
        leader.await(about(elsewhere));
        traLinh.await(about(elsewhere));
        assertThat(leader.events()).anyMatch(about(plain)).noneMatch(about(restricted));
        assertThat(traLinh.events()).noneMatch(about(restricted)).noneMatch(about(plain));
        assertThat(mayKnow.events()).noneMatch(about(elsewhere));
    }

    @Test
    void whatWasRolledBackIsNotTold() {
        EventStream leader = stream("leader");
        UUID refused = UUID.randomUUID();
        UUID accepted = UUID.randomUUID();

        assertThat(as("officer")
                        .put("/api/incidents/" + refused, mark(IN_TRA_LINH))
                        .statusCode())
                .isEqualTo(403);
        mark(accepted, "officer", IN_QUAN_LAO, "TTXH");

        leader.await(about(accepted));
        assertThat(leader.events()).noneMatch(about(refused));
    }

    @Test
    void administratorsAndStrangersGetNoStream() {
        assertThat(as("admin").get("/api/live").statusCode()).isEqualTo(403);
        assertThat(anonymous().get("/api/live").statusCode()).isEqualTo(401);
    }

    @Test
    void theOldestStreamOfAnAccountGivesWayToOneTooManyAndIsTold() {
        String name = account(Role.LEADER);
        EventStream oldest = stream(name);
        for (int i = 1; i < LiveStreams.MOST_OF_AN_ACCOUNT; i++) {
            stream(name);
        }
        assertThat(oldest.events()).noneMatch(event -> event.name().equals("displaced"));

        EventStream newest = stream(name);

        oldest.await(event -> event.name().equals("displaced"));
        UUID id = UUID.randomUUID();
        mark(id, "officer", IN_QUAN_LAO, "TTXH");
        newest.await(about(id));
        assertThat(oldest.events()).noneMatch(about(id));
    }

    @Test
    void aClosedStreamIsForgottenWhenItIsNextWrittenTo() {
        String name = account(Role.LEADER);
        stream(name);
        int before = streams.count();
        open.remove(0).close();
        // A closed connection is noticed when something is written to it.
        for (int i = 0; i < 100 && streams.count() >= before; i++) {
            streams.resync();
            java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
        }
        assertThat(streams.count()).isLessThan(before);
    }

    @Test
    void aStreamEndsWhenTheAccountIsSwitchedOff() {
        String name = account(Role.LEADER);
        EventStream stream = stream(name);

        jdbc.sql("update account set enabled = false where username = ?")
                .param(name)
                .update();
        mark(UUID.randomUUID(), "officer", IN_QUAN_LAO, "TTXH");

        stream.awaitEnd();
    }

    @Test
    void aStreamEndsWithItsSession() {
        var session = new SignedInBrowser(baseUrl(), "leader");
        EventStream stream = EventStream.openWith(baseUrl(), "Cookie", "ANTTMAP=" + session.id());
        open.add(stream);

        session.signOut();

        stream.awaitEnd();
    }

    /** At once on the node where it was ended: the next heartbeat is up to twenty seconds away. */
    @Test
    void aStreamEndsWithASignInThatIsEndedFromElsewhere() {
        String name = account(Role.LEADER);
        var lost = new SignedInBrowser(baseUrl(), name);
        EventStream stream = EventStream.openWith(baseUrl(), "Cookie", "ANTTMAP=" + lost.id());
        open.add(stream);
        EventStream ofATool = stream(name);

        assertThat(ServiceClient.of(baseUrl(), name, name)
                        .delete("/api/account/sessions")
                        .statusCode())
                .isEqualTo(204);

        stream.awaitEnd();
        UUID id = UUID.randomUUID();
        mark(id, "officer", IN_QUAN_LAO, "TTXH");
        ofATool.await(event -> event.data().contains(id.toString()));
    }

    private String account(Role role) {
        String name = "live-" + System.nanoTime();
        accounts.create(new NewAccount(
                name, name, name, role, Set.of(), List.of(unitId("commune-15394-2019")), false, false, false));
        return name;
    }

    private EventStream stream(String account) {
        EventStream stream = EventStream.open(baseUrl(), account, account);
        open.add(stream);
        return stream;
    }

    private void mark(UUID id, String officer, String place, String category) {
        HttpResponse<String> answer =
                as(officer).put("/api/incidents/" + id, mark(place).replace("TTXH", category));
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
    }

    private static java.util.function.Predicate<EventStream.Event> about(UUID id) {
        return event -> event.data().contains(id.toString());
    }
}
