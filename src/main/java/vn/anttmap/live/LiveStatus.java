package vn.anttmap.live;

import org.springframework.stereotype.Component;
import vn.anttmap.status.StatusPart;
import vn.anttmap.status.StatusReport;

/** How many maps are told of marks by this node. */
@Component
class LiveStatus implements StatusPart {

    private final LiveStreams streams;

    LiveStatus(LiveStreams streams) {
        this.streams = streams;
    }

    @Override
    public String key() {
        return "live";
    }

    @Override
    public StatusReport report() {
        return StatusReport.of(StatusReport.State.OK).with("live", streams.count());
    }
}
