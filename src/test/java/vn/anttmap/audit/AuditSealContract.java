package vn.anttmap.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import vn.anttmap.access.Role;
import vn.anttmap.node.Installation;
import vn.anttmap.testing.DemoServiceContract;

/**
 * The chain of seals shows what was done to the trail behind the service's back. These tests play the owner of the tables,
 * who can; the database is theirs alone, and nothing seals but they.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"anttmap.demo=true", "anttmap.audit.seal-every=1h", "anttmap.audit.largest-batch=4"})
abstract class AuditSealContract extends DemoServiceContract {

    @Autowired
    private AuditTrail trail;

    @Autowired
    private AuditSealer sealer;

    @Autowired
    private AuditQueries queries;

    @Autowired
    private JdbcTemplate statements;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Installation installation;

    @BeforeEach
    void emptyTrail() {
        asOwner("delete from audit_seal", "delete from audit_entry_subject", "delete from audit_entry");
    }

    @Test
    void newEntriesAreSealedInBatchesThatFollowEachOther() {
        add(10);
        seal();

        List<AuditSeal> seals = queries.sealsAfter(0, 10);
        assertThat(seals).extracting(AuditSeal::id).containsExactly(1L, 2L, 3L);
        assertThat(seals).extracting(AuditSeal::count).containsExactly(4L, 4L, 2L);
        assertThat(seals.get(0).previousHash()).isEqualTo("0".repeat(64));
        assertThat(seals.get(1).previousHash()).isEqualTo(seals.get(0).hash());
        JsonNode result = verification();
        assertThat(result.get("intact").asBoolean()).isTrue();
        assertThat(result.get("seals").asInt()).isEqualTo(3);
        assertThat(result.get("entries").asInt()).isEqualTo(10);
        assertThat(result.get("firstBroken").isNull()).isTrue();
        assertThat(result.at("/newest/hash").asString()).isEqualTo(seals.get(2).hash());
    }

    @Test
    void nothingNewMeansNoNewSeal() {
        add(1);
        seal();
        seal();

        assertThat(queries.sealsAfter(0, 10)).hasSize(1);
    }

    /** Each statement is what a person with the owner's password could do to hide a trace. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set username = 'nobody' where id = :six",
                "update audit_entry set at = at + interval '1' minute where id = :six",
                "update audit_entry set detail = null where id = :six",
                "update audit_entry set address = '10.0.0.1' where id = :six",
                "delete from audit_entry where id = :six",
                "delete from audit_entry where id = :eight",
                "delete from audit_entry_subject where entry_id = :six",
                "update audit_entry_subject set entry_id = :seven where entry_id = :six",
                "insert into audit_entry_subject (entry_id, subject_id)"
                        + " values (:six, cast('00000000-0000-0000-0000-000000000001' as uuid))",
                "update audit_seal set entry_count = 3 where id = 2",
                "update audit_seal set sealed_at = sealed_at + interval '1' minute where id = 2",
            })
    void whatWasDoneBehindItsBackIsFoundInItsBatch(String statement) {
        long first = add(10);
        seal();

        asOwner(statement
                .replace(":six", "" + after(first, 5))
                .replace(":seven", "" + after(first, 6))
                .replace(":eight", "" + after(first, 7)));

        JsonNode result = verification();
        assertThat(result.get("intact").asBoolean()).isFalse();
        assertThat(result.at("/firstBroken/seal").asInt()).isEqualTo(2);
        assertThat(result.at("/firstBroken/reason").asString()).isEqualTo("content");
    }

    @Test
    void anEntryPutInBetweenIsFound() {
        long first = add(10);
        long sixth = after(first, 5);
        asOwner("delete from audit_entry_subject where entry_id = " + sixth);
        asOwner("delete from audit_entry where id = " + sixth);
        seal();
        assertThat(verification().get("intact").asBoolean()).isTrue();

        asOwner("insert into audit_entry (id, at, username, action) values (" + sixth
                + ", current_timestamp, 'leader', 'signed-in')");

        assertThat(verification().at("/firstBroken/seal").asInt()).isEqualTo(2);
    }

    @Test
    void aSealTakenOutOrChangedIsFoundWhereTheNextOneDoesNotFollow() {
        add(10);
        seal();
        asOwner("update audit_seal set hash = '" + "a".repeat(64) + "' where id = 1");
        assertThat(verification().at("/firstBroken/seal").asInt()).isEqualTo(1);

        asOwner("delete from audit_seal where id = 1");
        assertThat(verification().at("/firstBroken/reason").asString()).isEqualTo("missing");
    }

    /** The later transaction took the higher number and ended first; a seal over it would leave the other one out. */
    @Test
    void noSealGoesPastATransactionThatCanStillAddALowerNumber() throws Exception {
        CountDownLatch added = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        ExecutorService slow = Executors.newSingleThreadExecutor();
        try {
            Future<?> earlier = slow.submit(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                trail.add(entry("earlier"));
                added.countDown();
                await(mayCommit);
            }));
            await(added);
            trail.add(entry("later"));
            sealer.seal();
            sealer.seal();
            assertThat(queries.newestSeal()).isEmpty();

            mayCommit.countDown();
            earlier.get();
            seal();
        } finally {
            slow.shutdownNow();
        }
        assertThat(queries.newestSeal().orElseThrow().count()).isEqualTo(2);
        assertThat(verification().get("intact").asBoolean()).isTrue();
    }

    /** The one that ended began first, so nothing that has ended is younger than the one that is still to come. */
    @Test
    void noSealGoesPastATransactionThatBeganLaterAndTookALowerNumber() throws Exception {
        TransactionHorizon horizon = context.getBean(TransactionHorizon.class);
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch added = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            Future<?> first = two.submit(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                horizon.enter();
                entered.countDown();
                await(added);
                trail.add(entry("first to begin"));
            }));
            await(entered);
            Future<?> second = two.submit(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                trail.add(entry("first to take a number"));
                added.countDown();
                await(mayCommit);
            }));
            first.get();
            seal();
            assertThat(queries.newestSeal()).isEmpty();

            mayCommit.countDown();
            second.get();
            seal();
        } finally {
            two.shutdownNow();
        }
        assertThat(queries.newestSeal().orElseThrow().count()).isEqualTo(2);
        assertThat(verification().get("intact").asBoolean()).isTrue();
    }

    @Test
    void writersAndSealersAtOnceLeaveAnUnbrokenChain() throws Exception {
        ExecutorService all = Executors.newFixedThreadPool(6);
        try {
            List<Future<?>> running = new java.util.ArrayList<>();
            for (int i = 0; i < 4; i++) {
                running.add(all.submit(() -> add(25)));
            }
            // Two sealers stand for two nodes: each has its own candidate.
            for (int i = 0; i < 2; i++) {
                running.add(all.submit(() -> {
                    for (int round = 0; round < 40; round++) {
                        newSealer().seal();
                    }
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } finally {
            all.shutdownNow();
        }
        seal();

        JsonNode result = verification();
        assertThat(result.get("intact").asBoolean()).as(result.toString()).isTrue();
        assertThat(result.get("entries").asInt()).isEqualTo(100);
    }

    @Test
    void whatCannotBeRecordedIsNotShownAndDoesNotHappen() {
        String incident = newIncident();
        assertThat(as("officer").get(QUAN_LAO_INCIDENT).statusCode()).isEqualTo(200);
        asOwner("alter table audit_entry rename to audit_entry_away");
        try {
            assertThat(as("officer").get(QUAN_LAO_INCIDENT).statusCode()).isEqualTo(500);
            assertThat(as("officer").get("/api/incidents?limit=5").statusCode()).isEqualTo(500);
            assertThat(as("officer").get(QUAN_LAO_INCIDENT + "/history").statusCode())
                    .isEqualTo(500);
            assertThat(as("officer").put(incident, mark(IN_QUAN_LAO)).statusCode())
                    .isEqualTo(500);
            assertThat(as("officer")
                            .get("/api/density/communes?from=2019-01-01&to=2019-08-01")
                            .statusCode())
                    .isEqualTo(200);
        } finally {
            asOwner("alter table audit_entry_away rename to audit_entry");
        }
        assertThat(as("officer").get(incident).statusCode()).isEqualTo(404);
    }

    private AuditSealer newSealer() {
        return new AuditSealer(
                queries,
                context.getBean(TransactionHorizon.class),
                context.getBean(AuditSettings.class),
                transactions,
                java.time.Clock.systemUTC());
    }

    @Autowired
    private org.springframework.context.ApplicationContext context;

    /** @return the number of the first one */
    private long add(int count) {
        long before = queries.newestEntry().orElse(0L);
        for (int i = 0; i < count; i++) {
            trail.add(entry("officer"));
        }
        return before == 0 ? statements.queryForObject("select min(id) from audit_entry", Long.class) : before + 1;
    }

    /** The entry so many after the first: where a statement was rolled back, numbers are missing. */
    private long after(long first, int count) {
        return statements
                .queryForList("select id from audit_entry where id >= ? order by id", Long.class, first)
                .get(count);
    }

    private static NewEntry entry(String username) {
        return NewEntry.by(username, Role.OFFICER, AuditAction.INCIDENTS_SHOWN)
                .about(List.of(UUID.randomUUID(), UUID.randomUUID()))
                .detail("how=list");
    }

    private void seal() {
        // What runs at the same moment may delay it.
        for (int i = 0; i < 50; i++) {
            sealer.seal();
        }
    }

    /** Verification asked as the administrator; what that itself adds is not sealed and does not count. */
    private JsonNode verification() {
        return json(as("admin").get("/api/audit/verification"));
    }

    private void asOwner(String... sql) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            if (!installation.embedded()) {
                // A superuser's way round every trigger, for this transaction.
                statements.execute("set local session_replication_role = replica");
            }
            for (String statement : sql) {
                statements.execute(statement);
            }
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
