package vn.anttmap.audit;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.anttmap.status.StatusPart;
import vn.anttmap.status.StatusReport;

/** Whether the trail is sealed as it grows. */
@Component
class AuditStatus implements StatusPart {

    /** Sealing comes every few seconds; this much of a delay is none of a busy minute. */
    private static final Duration LATE = Duration.ofMinutes(5);

    private final AuditQueries queries;
    private final Clock clock;

    AuditStatus(AuditQueries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "audit";
    }

    @Override
    public StatusReport report() {
        Optional<AuditSeal> newest = queries.newestSeal();
        long unsealed = queries.entriesAfter(newest.map(AuditSeal::lastEntry).orElse(Long.MIN_VALUE));
        boolean late = unsealed > 0
                && newest.filter(
                                seal -> seal.sealedAt().isBefore(clock.instant().minus(LATE)))
                        .isPresent();
        StatusReport report = StatusReport.of(late ? StatusReport.State.WARNING : StatusReport.State.OK)
                .with("audit-waiting", unsealed);
        return newest.map(seal -> report.with("audit-sealed", seal.id(), seal.sealedAt()))
                .orElse(report);
    }
}
