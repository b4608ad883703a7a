package vn.anttmap.web;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/** Places for what takes long or much memory: so many on this node, so many of one account, the others wait a little. */
@Component
class HeavyWork {

    /** How the wait for a place ended. */
    enum Turn {
        TAKEN,
        /** The account has all the places that one account can have. */
        OWN_ARE_TAKEN,
        ALL_ARE_TAKEN
    }

    private final LimitSettings settings;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition freed = lock.newCondition();
    private final Map<String, Integer> byAccount = new HashMap<>();
    private int running;
    private int waiting;

    HeavyWork(LimitSettings settings) {
        this.settings = settings;
    }

    /** Waits for a place; whoever gets {@link Turn#TAKEN} gives it back with {@link #leave}. */
    Turn enter(String account) {
        lock.lock();
        try {
            Turn turn = tryEnter(account);
            if (turn == Turn.TAKEN || waiting >= settings.heavyWaiting()) {
                return turn;
            }
            waiting++;
            try {
                long left = settings.heavyWait().toNanos();
                while (turn != Turn.TAKEN && left > 0) {
                    left = freed.awaitNanos(left);
                    turn = tryEnter(account);
                }
                return turn;
            } finally {
                waiting--;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Turn.ALL_ARE_TAKEN;
        } finally {
            lock.unlock();
        }
    }

    private Turn tryEnter(String account) {
        int own = byAccount.getOrDefault(account, 0);
        if (own >= settings.heavyPerAccount()) {
            return Turn.OWN_ARE_TAKEN;
        }
        if (settings.heavyAtOnce() > 0 && running >= settings.heavyAtOnce()) {
            return Turn.ALL_ARE_TAKEN;
        }
        byAccount.put(account, own + 1);
        running++;
        return Turn.TAKEN;
    }

    void leave(String account) {
        lock.lock();
        try {
            running--;
            byAccount.computeIfPresent(account, (name, count) -> count == 1 ? null : count - 1);
            freed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How many wait: so that a test knows when one does. */
    int waiting() {
        lock.lock();
        try {
            return waiting;
        } finally {
            lock.unlock();
        }
    }

    int seconds() {
        return (int)
                Math.max(1, TimeUnit.NANOSECONDS.toSeconds(settings.heavyWait().toNanos()));
    }
}
