package vn.anttmap.backup;

/** Work of one person at a service that is killed in the middle of it. */
interface KilledWork {

    String name();

    /** Once before the first kill: what it comes to when nobody is in its way. */
    default void rehearse() {}

    /** Works without a pause until the service does not answer any more. */
    void work();

    /**
     * After the restart: what was acknowledged is there, what was asked for is there as a whole or not at all.
     *
     * @return what was under way and what became of it
     */
    String check(Snapshot after);

    /** What is left can be used: it goes on from there, and ends as it began. */
    default void goOn() {}
}
