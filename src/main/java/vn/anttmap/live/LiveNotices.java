package vn.anttmap.live;

import org.springframework.stereotype.Component;

/** Tells all nodes, this one included, what a transaction changed, so that none keeps what it knows for too long. */
@Component
public class LiveNotices {

    private final LiveChannel channel;

    LiveNotices(LiveChannel channel) {
        this.channel = channel;
    }

    /**
     * To be called inside the transaction; {@link LiveNotice} follows on every node when, and only if, it is committed.
     *
     * @param topic a word
     * @param text ids only, at most some thousand letters
     */
    public void announce(String topic, String text) {
        channel.announce(new LiveNotice(topic, text));
    }
}
