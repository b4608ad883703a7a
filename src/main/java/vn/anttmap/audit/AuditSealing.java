package vn.anttmap.audit;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Lets the sealer work every few seconds while the service runs. */
@Component
class AuditSealing implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AuditSealing.class);
    private static final long STOPS_WITHIN_SECONDS = 10;

    private final AuditSealer sealer;
    private final AuditSettings settings;
    private @Nullable ScheduledExecutorService executor;
    private boolean failing;

    AuditSealing(AuditSealer sealer, AuditSettings settings) {
        this.sealer = sealer;
        this.settings = settings;
    }

    @Override
    public void start() {
        executor = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "audit-sealer");
            thread.setDaemon(true);
            return thread;
        });
        long millis = settings.sealEvery().toMillis();
        executor.scheduleWithFixedDelay(this::seal, millis, millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        if (executor != null) {
            executor.shutdown();
            try {
                executor.awaitTermination(STOPS_WITHIN_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            executor = null;
            seal();
        }
    }

    @Override
    public boolean isRunning() {
        return executor != null;
    }

    private void seal() {
        try {
            sealer.seal();
            failing = false;
        } catch (RuntimeException e) {
            // A database that is away must not fill the log every few seconds.
            if (!failing) {
                LOG.warn("the audit trail cannot be sealed for the moment: {}", e.toString());
            }
            failing = true;
        }
    }
}
