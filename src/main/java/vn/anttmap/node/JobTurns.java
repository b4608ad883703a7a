package vn.anttmap.node;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Jobs of which there is to be one, however many nodes there are. A turn is a row with an end: a node that dies loses it when
 * that has come, and its next start may take it up again. All times are the database's. To be called outside of a
 * transaction, since others have to see it.
 */
@Component
public class JobTurns {

    private final JdbcClient jdbc;
    private final String holder;
    private final Map<String, Long> keptAt = new ConcurrentHashMap<>();

    public JobTurns(JdbcClient jdbc, ThisNode node) {
        this.jdbc = jdbc;
        this.holder = node.name();
    }

    /**
     * Takes the turn, unless another node has it.
     *
     * @param hold for so long nobody else gets it: longer than the clocks of the nodes are apart, where all wake up at the
     *     same time of day
     */
    public boolean take(String job, Duration hold) {
        OffsetDateTime now = databaseTime();
        int taken = jdbc.sql(
                        "update job_turn set holder = ?, held_until = ? where job = ? and (held_until <= ? or holder = ?)")
                .params(holder, now.plus(hold), job, now, holder)
                .update();
        if (taken == 0) {
            try {
                taken = jdbc.sql("insert into job_turn (job, holder, held_until) values (?, ?, ?)")
                        .params(job, holder, now.plus(hold))
                        .update();
            } catch (DuplicateKeyException another) {
                return false;
            }
        }
        keptAt.put(job, System.nanoTime());
        return taken > 0;
    }

    /** For work that lasts: holds the turn from now on anew. Cheap, so it can be called for each row. */
    public void keep(String job, Duration hold) {
        Long last = keptAt.get(job);
        if (last == null || System.nanoTime() - last > hold.toNanos() / 4) {
            keptAt.put(job, System.nanoTime());
            jdbc.sql("update job_turn set held_until = ? where job = ? and holder = ?")
                    .params(databaseTime().plus(hold), job, holder)
                    .update();
        }
    }

    /** Ends the own turn; another node may have it at once. */
    public void leave(String job) {
        jdbc.sql("update job_turn set held_until = ? where job = ? and holder = ?")
                .params(databaseTime(), job, holder)
                .update();
    }

    private OffsetDateTime databaseTime() {
        return jdbc.sql("select current_timestamp").query(OffsetDateTime.class).single();
    }
}
