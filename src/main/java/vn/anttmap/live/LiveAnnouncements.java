package vn.anttmap.live;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.anttmap.incident.IncidentWritten;

@Component
class LiveAnnouncements {

    private final LiveChannel channel;

    LiveAnnouncements(LiveChannel channel) {
        this.channel = channel;
    }

    @EventListener
    void written(IncidentWritten written) {
        channel.announce(LiveEvent.of(written));
    }
}
