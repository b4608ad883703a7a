package vn.anttmap.live;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The embedded database is opened by one process only: its own streams are all there are. */
final class InProcessChannel implements LiveChannel {

    private final LiveStreams streams;
    private final ApplicationEventPublisher events;

    InProcessChannel(LiveStreams streams, ApplicationEventPublisher events) {
        this.streams = streams;
        this.events = events;
    }

    @Override
    public void announce(LiveEvent event) {
        afterCommit(() -> streams.tell(event));
    }

    @Override
    public void announce(LiveNotice notice) {
        afterCommit(() -> events.publishEvent(notice));
    }

    private static void afterCommit(Runnable what) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                what.run();
            }
        });
    }
}
