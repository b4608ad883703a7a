package vn.anttmap.node;

import java.util.concurrent.atomic.AtomicLong;

/** Forces the disk once for all who wait: those that come while it is being forced are served together by the next time. */
class SharedForce implements Runnable {

    private final Runnable force;
    private final AtomicLong asked = new AtomicLong();
    private final Object disk = new Object();
    private long served;

    SharedForce(Runnable force) {
        this.force = force;
    }

    /** Returns when a forcing that began after this call is over. */
    @Override
    public void run() {
        long mine = asked.incrementAndGet();
        synchronized (disk) {
            if (served < mine) {
                // Whoever has asked by now has committed before.
                long upTo = asked.get();
                force.run();
                served = upTo;
            }
        }
    }
}
