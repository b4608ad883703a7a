package vn.anttmap.status;

import java.io.File;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** The disk of the data folder, where the embedded database and the temporary copies of files lie. */
@Component("dataDisk")
class DataDisk extends AbstractHealthIndicator implements StatusPart {

    private final File folder;
    private final StatusSettings settings;

    DataDisk(@Value("${anttmap.data-directory}") String folder, StatusSettings settings) {
        super("the disk cannot be asked");
        this.folder = existing(new File(folder).getAbsoluteFile());
        this.settings = settings;
    }

    /** A new installation on PostGIS has no data folder yet. */
    private static File existing(File folder) {
        File here = folder;
        while (!here.exists() && here.getParentFile() != null) {
            here = here.getParentFile();
        }
        return here;
    }

    @Override
    public String key() {
        return "disk";
    }

    @Override
    public StatusReport report() {
        long free = folder.getUsableSpace();
        StatusReport.State state = free < settings.diskWarning().toBytes()
                ? StatusReport.State.WARNING
                : free < settings.diskNotice().toBytes() ? StatusReport.State.NOTICE : StatusReport.State.OK;
        StatusReport report =
                StatusReport.of(state).with("disk", DataSize.ofBytes(free), DataSize.ofBytes(folder.getTotalSpace()));
        return state == StatusReport.State.WARNING ? report.with("disk-full", settings.diskWarning()) : report;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        if (folder.getUsableSpace() < settings.diskWarning().toBytes()) {
            builder.outOfService();
        } else {
            builder.up();
        }
    }
}
