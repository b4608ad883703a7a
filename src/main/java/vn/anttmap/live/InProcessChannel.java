package vn.anttmap.live;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The embedded database is opened by one process only: its own streams are all there are. */
final class InProcessChannel implements LiveChannel {

    private final LiveStreams streams;

    InProcessChannel(LiveStreams streams) {
        this.streams = streams;
    }

    @Override
    public void announce(LiveEvent event) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                streams.tell(event);
            }
        });
    }
}
