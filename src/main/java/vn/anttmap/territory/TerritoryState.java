package vn.anttmap.territory;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The revision number of all boundaries and roads, and the links of succession.
 *
 * <p>Rows are read by column name, here and elsewhere: Spring's mapping to a record asks for each component under its
 * Java name first, and H2 writes every refusal into its trace file, megabytes with each request.
 */
@Component
class TerritoryState {

    private final JdbcClient jdbc;

    TerritoryState(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Succession(long predecessorId, long successorId, String change) {}

    long revision() {
        return jdbc.sql("select revision from territory_state where id = 1")
                .query(Long.class)
                .single();
    }

    /**
     * To be called in the transaction that changes a boundary or a road. The new number is drawn at random: a counter
     * would give the same number twice when one transaction is rolled back and another one follows.
     */
    void changed() {
        jdbc.sql("update territory_state set revision = ? where id = 1")
                .param(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE))
                .update();
    }

    /**
     * Keeps every other change of the territory waiting until this transaction ends.
     *
     * @return false where the revision is another one
     */
    boolean hold(long revision) {
        return jdbc.sql("update territory_state set revision = revision where id = 1 and revision = ?")
                        .param(revision)
                        .update()
                == 1;
    }

    void unlink(long successorId) {
        jdbc.sql("delete from unit_succession where successor_id = ?")
                .param(successorId)
                .update();
    }

    void link(Succession succession) {
        jdbc.sql("insert into unit_succession (predecessor_id, successor_id, change) values (?, ?, ?)")
                .params(succession.predecessorId(), succession.successorId(), succession.change())
                .update();
    }

    List<Succession> successions() {
        return jdbc.sql("select predecessor_id, successor_id, change from unit_succession")
                .query((row, number) -> new Succession(
                        row.getLong("predecessor_id"), row.getLong("successor_id"), row.getString("change")))
                .list();
    }
}
