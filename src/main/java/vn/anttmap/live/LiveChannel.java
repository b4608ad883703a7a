package vn.anttmap.live;

/** Carries an event to the streams of every node once the transaction it was made in has been committed. */
interface LiveChannel {

    /** To be called inside that transaction. */
    void announce(LiveEvent event);

    /** The same, for the modules of every node. */
    void announce(LiveNotice notice);
}
