package vn.anttmap.territory;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.jdbc.core.JdbcTemplate;
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
    private final JdbcTemplate batches;

    TerritoryState(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    record Succession(long predecessorId, long successorId, String change) {}

    long revision() {
        return revision(jdbc);
    }

    static long revision(JdbcClient jdbc) {
        return jdbc.sql("select revision from territory_state where id = 1")
                .query(Long.class)
                .single();
    }

    /**
     * To be called in the transaction that changes a boundary or a road. The new number is drawn at random: a counter
     * would give the same number twice when one transaction is rolled back and another one follows.
     *
     * @return the new number
     */
    long changed() {
        long revision = ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);
        jdbc.sql("update territory_state set revision = ? where id = 1")
                .param(revision)
                .update();
        return revision;
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

    void unlink(Collection<Long> successorIds) {
        for (List<Long> some : Chunks.of(successorIds)) {
            jdbc.sql("delete from unit_succession where successor_id in (:ids)")
                    .param("ids", some)
                    .update();
        }
    }

    void link(Succession succession) {
        link(List.of(succession));
    }

    void link(List<Succession> links) {
        batches.batchUpdate(
                "insert into unit_succession (predecessor_id, successor_id, change) values (?, ?, ?)",
                links.stream()
                        .map(link -> new Object[] {link.predecessorId(), link.successorId(), link.change()})
                        .toList());
    }

    List<Succession> successions() {
        return successions(jdbc);
    }

    static List<Succession> successions(JdbcClient jdbc) {
        return jdbc.sql("select predecessor_id, successor_id, change from unit_succession")
                .query((row, number) -> new Succession(
                        row.getLong("predecessor_id"), row.getLong("successor_id"), row.getString("change")))
                .list();
    }
}
