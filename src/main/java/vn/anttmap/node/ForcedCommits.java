package vn.anttmap.node;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Acknowledged means on disk, in the one place that every transaction passes: what was committed is forced on to the disk
 * before its caller goes on. Transactions declared as read-only wrote nothing; those that wrote only their entry of the
 * trail of what was seen need not wait ({@link TrailOnly}).
 */
class ForcedCommits implements TransactionExecutionListener {

    private final Runnable force;

    /** @param force returns when every commit made before would survive a power cut */
    ForcedCommits(Runnable force) {
        this.force = force;
    }

    @Override
    public void afterCommit(TransactionExecution transaction, @Nullable Throwable failure) {
        boolean trailOnly = TrailOnly.end(transaction);
        if (failure == null && !transaction.isReadOnly() && !trailOnly) {
            force.run();
        }
    }

    @Override
    public void afterRollback(TransactionExecution transaction, @Nullable Throwable failure) {
        TrailOnly.end(transaction);
    }
}
