package vn.anttmap.node;

import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * For transactions that read, and write nothing but the entry of the trail that says so: they need not wait for the disk.
 * Whoever forgets it waits for a millisecond; whoever says it and writes something else can lose that in a power cut.
 */
public final class TrailOnly {

    private TrailOnly() {}

    /**
     * Says so of the transaction that the running {@code @Transactional} method began. Where it takes part in one of its
     * caller, or there is none, this says nothing: the caller may be writing.
     */
    public static void declare() {
        TransactionStatus transaction;
        try {
            transaction = TransactionAspectSupport.currentTransactionStatus();
        } catch (NoTransactionException notAnnotated) {
            return;
        }
        if (transaction.isNewTransaction()) {
            TransactionSynchronizationManager.unbindResourceIfPossible(TrailOnly.class);
            TransactionSynchronizationManager.bindResource(TrailOnly.class, transaction);
        }
    }

    /** Whether it was said of this transaction, which is over now. */
    static boolean end(TransactionExecution transaction) {
        if (TransactionSynchronizationManager.getResource(TrailOnly.class) != transaction) {
            return false;
        }
        TransactionSynchronizationManager.unbindResource(TrailOnly.class);
        return true;
    }
}
