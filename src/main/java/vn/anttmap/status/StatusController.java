package vn.anttmap.status;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.anttmap.access.CurrentAccount;
import vn.anttmap.access.Right;

/** How the service is, for its administrator. */
@RestController
class StatusController {

    private static final Logger LOG = LoggerFactory.getLogger(StatusController.class);
    private static final List<String> FIRST = List.of("service", "database", "disk", "backup");

    private final List<StatusPart> parts;
    private final StatusTexts texts;
    private final CurrentAccount currentAccount;
    private final Clock clock;

    StatusController(List<StatusPart> parts, StatusTexts texts, CurrentAccount currentAccount, Clock clock) {
        this.parts = parts.stream()
                .sorted(Comparator.comparingInt((StatusPart part) ->
                                FIRST.contains(part.key()) ? FIRST.indexOf(part.key()) : FIRST.size())
                        .thenComparing(StatusPart::key))
                .toList();
        this.texts = texts;
        this.currentAccount = currentAccount;
        this.clock = clock;
    }

    /** @param state ok, notice or warning */
    record PartView(String key, String title, String state, List<String> lines) {}

    /** @param state the worst of the parts */
    record StatusView(Instant at, String version, String state, List<PartView> parts) {}

    /** Version, database, disk, memory, sign-ins, waiting work and what modules tell of theirs. */
    @GetMapping("/api/status")
    StatusView get(Locale locale) {
        currentAccount.get().require(Right.ADMINISTER);
        List<PartView> views = new ArrayList<>();
        StatusReport.State worst = StatusReport.State.OK;
        for (StatusPart part : parts) {
            StatusReport report = report(part);
            worst = report.state().compareTo(worst) > 0 ? report.state() : worst;
            views.add(new PartView(
                    part.key(),
                    texts.title(part.key(), locale),
                    key(report.state()),
                    report.lines().stream()
                            .map(line -> texts.line(line, locale))
                            .toList()));
        }
        return new StatusView(clock.instant(), ServicePart.version(), key(worst), views);
    }

    /** One part that fails must not hide the others. */
    private static StatusReport report(StatusPart part) {
        try {
            return part.report();
        } catch (RuntimeException e) {
            LOG.warn("the status of {} cannot be told", part.key(), e);
            return StatusReport.of(StatusReport.State.WARNING).with("failed");
        }
    }

    private static String key(StatusReport.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
