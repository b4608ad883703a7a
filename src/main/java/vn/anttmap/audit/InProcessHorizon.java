package vn.anttmap.audit;

import java.util.TreeSet;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Numbers of this process' own: the embedded database is opened by one process only. */
final class InProcessHorizon implements TransactionHorizon {

    private final TreeSet<Long> open = new TreeSet<>();
    private long next;

    @Override
    public void enter() {
        long mine = begin();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                end(mine);
            }
        });
    }

    @Override
    public synchronized long next() {
        return next;
    }

    @Override
    public synchronized long oldest() {
        return open.isEmpty() ? next : open.first();
    }

    private synchronized long begin() {
        open.add(next);
        return next++;
    }

    private synchronized void end(long ended) {
        open.remove(ended);
    }
}
