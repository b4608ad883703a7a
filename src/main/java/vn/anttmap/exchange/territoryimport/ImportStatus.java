package vn.anttmap.exchange.territoryimport;

import org.springframework.stereotype.Component;
import vn.anttmap.status.StatusPart;
import vn.anttmap.status.StatusReport;

/** Files that were looked at and wait for a decision; they go after a day. */
@Component
class ImportStatus implements StatusPart {

    private final ImportStore store;

    ImportStatus(ImportStore store) {
        this.store = store;
    }

    @Override
    public String key() {
        return "imports";
    }

    @Override
    public StatusReport report() {
        return StatusReport.of(StatusReport.State.OK).with("imports", store.undecided());
    }
}
