package vn.anttmap.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Entries of answers that come from memory and have no transaction, as those of tiles: what is asked for while one
 * transaction of the trail is under way shares the next one. Each answer still waits until its entry is committed.
 */
@Component
class SharedEntries {

    private static final int MOST_AT_ONCE = 64;

    private final AuditTrail trail;
    private final RecentEntries recent;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock();

    SharedEntries(AuditTrail trail, RecentEntries recent) {
        this.trail = trail;
        this.recent = recent;
    }

    /** An entry on its way; read and written by whoever has the turn. */
    private static final class Waiting {

        private final AuditTrail.Stamped entry;
        private boolean over;
        private @Nullable RuntimeException failure;

        Waiting(AuditTrail.Stamped entry) {
            this.entry = entry;
        }
    }

    /** Returns when the entry, or the same from a few minutes ago, is in the trail. @throws RuntimeException where it could not be written */
    void add(NewEntry entry) {
        AuditTrail.Stamped stamped = trail.stamp(entry);
        if (recent.holds(stamped)) {
            return;
        }
        Waiting mine = new Waiting(stamped);
        waiting.add(mine);
        turn.lock();
        try {
            while (!mine.over) {
                write(next());
            }
        } finally {
            turn.unlock();
        }
        if (mine.failure != null) {
            throw mine.failure;
        }
        recent.remember(stamped);
    }

    private List<Waiting> next() {
        List<Waiting> some = new ArrayList<>();
        for (Waiting one = waiting.poll(); one != null; one = some.size() < MOST_AT_ONCE ? waiting.poll() : null) {
            some.add(one);
        }
        return some;
    }

    private void write(List<Waiting> some) {
        RuntimeException failure = null;
        try {
            trail.addAll(some.stream().map(one -> one.entry).toList());
        } catch (RuntimeException e) {
            failure = e;
        } catch (Error e) {
            failure = new IllegalStateException("the trail could not be written", e);
        }
        for (Waiting one : some) {
            one.failure = failure;
            one.over = true;
        }
    }
}
