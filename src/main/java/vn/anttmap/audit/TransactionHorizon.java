package vn.anttmap.audit;

/**
 * Tells when every transaction that could still add an entry below a given number has ended. Numbers of entries are given
 * before the transaction commits, so a lower one can come to light after a higher one; a batch may be sealed only when
 * that cannot happen any more. Nobody waits for anybody: a transaction that takes long only delays the seal.
 */
interface TransactionHorizon {

    /** To be called in a transaction before it takes a number. */
    void enter();

    /** A mark above every transaction that has entered so far. To be called outside a transaction. */
    long next();

    /** All transactions that entered below this mark have ended, and what they wrote is visible. */
    long oldest();
}
