package vn.anttmap.replica;

/**
 * Up to where a primary has written its log.
 *
 * @param cluster PostgreSQL's number of the database and all its copies
 * @param timeline of the log; another one since each promotion
 * @param written bytes of the log; every commit that anybody was told of lies before
 */
record Position(String cluster, long timeline, long written) {

    /**
     * Visible to whoever is told that something was committed: its record was in the log before. Not the flushed position,
     * which commits that wait for no disk are ahead of. Null on a server that is no primary.
     */
    static final String OF_PRIMARY = """
            select (select system_identifier from pg_control_system())::text as cluster,
                   case when not pg_is_in_recovery()
                        then substr(pg_walfile_name(pg_current_wal_insert_lsn()), 1, 8) end as timeline,
                   case when not pg_is_in_recovery()
                        then (pg_current_wal_insert_lsn() - '0/0'::pg_lsn)::bigint end as written,
                   current_setting('wal_block_size')::bigint as block
            """;

    /** Of a server that is no primary: no replica has followed it. */
    static final Position NONE = new Position("", 0, 0);

    /** The longer of the two kinds of header that a page of the log begins with. */
    private static final long PAGE_HEADER = 40;

    /**
     * @param next where the next record will begin; at the beginning of a page that is behind the header, while the end of
     *     the last record, which a replica tells, is before it
     */
    static Position of(String cluster, long timeline, long next, long pageSize) {
        long inPage = next % pageSize;
        return new Position(cluster, timeline, inPage <= PAGE_HEADER ? next - inPage : next);
    }
}
