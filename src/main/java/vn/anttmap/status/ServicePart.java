package vn.anttmap.status;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** The process itself: since when, and how much of its memory is taken. */
@Component
class ServicePart implements StatusPart {

    private static final double NEARLY_ALL = 0.95;

    @Override
    public String key() {
        return "service";
    }

    @Override
    public StatusReport report() {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        boolean full = heap.getMax() > 0 && heap.getUsed() > NEARLY_ALL * heap.getMax();
        long started = ManagementFactory.getRuntimeMXBean().getStartTime();
        return StatusReport.of(full ? StatusReport.State.NOTICE : StatusReport.State.OK)
                .with("version", version(), Runtime.version().toString())
                .with(
                        "running",
                        Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime()),
                        Instant.ofEpochMilli(started))
                .with("memory", DataSize.ofBytes(heap.getUsed()), DataSize.ofBytes(heap.getMax()));
    }

    /** As the jar's manifest has it. */
    static String version() {
        String version = ServicePart.class.getPackage().getImplementationVersion();
        return version == null ? "–" : version;
    }
}
