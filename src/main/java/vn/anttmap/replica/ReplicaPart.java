package vn.anttmap.replica;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;
import vn.anttmap.status.StatusPart;
import vn.anttmap.status.StatusReport;

/** Whether the replica is read, and if not, why: on the status page and as metrics. */
@Component
class ReplicaPart implements StatusPart, MeterBinder {

    private final ReplicaReads replica;

    ReplicaPart(ReplicaReads replica) {
        this.replica = replica;
    }

    @Override
    public String key() {
        return "replica";
    }

    @Override
    public StatusReport report() {
        if (!replica.used()) {
            return StatusReport.of(StatusReport.State.OK).with("replica-off");
        }
        ReplicaServer.Look look = replica.look();
        StatusReport.State state =
                switch (look.state()) {
                    // Figures are right all the same; what they cost the primary is worth a look.
                    case AWAY, PROMOTED, OTHER, BEHIND -> StatusReport.State.NOTICE;
                    default -> StatusReport.State.OK;
                };
        StatusReport report = StatusReport.of(state)
                .with("replica-" + look.state().key(), look.behind())
                .with("replica-counts", read(), instead());
        long conflicts = replica.count(ReplicaState.CONFLICT).sum();
        return conflicts == 0 ? report : report.with("replica-conflicts", conflicts);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        if (!replica.used()) {
            return;
        }
        for (ReplicaState each : ReplicaState.values()) {
            if (each != ReplicaState.UNASKED) {
                FunctionCounter.builder(
                                "anttmap.replica.readings",
                                replica,
                                reads -> reads.count(each).sum())
                        .tag("outcome", each.key())
                        .description("Readings meant for the replica; all but \"reading\" were done by the primary")
                        .register(registry);
            }
        }
    }

    private long read() {
        return replica.count(ReplicaState.READING).sum();
    }

    private long instead() {
        long all = 0;
        for (ReplicaState each : ReplicaState.values()) {
            all += replica.count(each).sum();
        }
        return all - read();
    }
}
