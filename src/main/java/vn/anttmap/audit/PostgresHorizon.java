package vn.anttmap.audit;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The server's own transaction ids, which hold for all nodes. A transaction gets one only when it first needs one. */
final class PostgresHorizon implements TransactionHorizon {

    private final JdbcClient jdbc;

    PostgresHorizon(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void enter() {
        ask("pg_current_xact_id()");
    }

    /**
     * A new id, since only that is above every id given so far: the upper end of a snapshot is one above the newest
     * <em>ended</em> transaction, and transactions with higher ids may be under way.
     */
    @Override
    public long next() {
        return ask("pg_current_xact_id()");
    }

    @Override
    public long oldest() {
        return ask("pg_snapshot_xmin(pg_current_snapshot())");
    }

    private long ask(String expression) {
        return jdbc.sql("select cast(cast(" + expression + " as text) as bigint)")
                .query(Long.class)
                .single();
    }
}
