package vn.anttmap.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals new entries in batches, each with a hash over itself and the seal before it. Several nodes may do so at once: the
 * number of a seal is its key, so one of two wins and the other tries again later.
 */
@Component
class AuditSealer {

    private static final Logger LOG = LoggerFactory.getLogger(AuditSealer.class);

    /** Often enough for an outside copy, seldom enough for a log that people read. */
    private static final Duration LOGGED_EVERY = Duration.ofMinutes(1);

    private final AuditQueries queries;
    private final TransactionHorizon horizon;
    private final AuditSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    private @Nullable Candidate candidate;
    private long loggedSeal;
    private Instant loggedAt = Instant.EPOCH;

    /**
     * Entries that will be whole before long.
     *
     * @param upTo highest number visible when it was noted: every lower one had been given by then
     * @param mark when all transactions below it have ended, no entry up to that number can appear any more
     */
    private record Candidate(long upTo, long mark) {}

    AuditSealer(
            AuditQueries queries,
            TransactionHorizon horizon,
            AuditSettings settings,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.queries = queries;
        this.horizon = horizon;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Seals what can be sealed, in as many batches as it takes. */
    synchronized void seal() {
        if (candidate == null) {
            candidate = note();
        }
        if (candidate == null || horizon.oldest() < candidate.mark()) {
            return;
        }
        long upTo = candidate.upTo();
        candidate = null;
        try {
            boolean more = true;
            while (more) {
                more = Boolean.TRUE.equals(transaction.execute(status -> sealBatch(upTo)));
            }
            queries.newestSeal().ifPresent(this::note);
        } catch (DataIntegrityViolationException otherNode) {
            LOG.debug("another node sealed at the same moment");
        }
    }

    private @Nullable Candidate note() {
        long sealed = queries.newestSeal().map(AuditSeal::lastEntry).orElse(Long.MIN_VALUE);
        Optional<Long> newest = queries.newestEntry().filter(upTo -> upTo > sealed);
        // In this order: whoever took a number up to the newest one had entered before the mark is set.
        return newest.map(upTo -> new Candidate(upTo, horizon.next())).orElse(null);
    }

    /** The log is the copy outside of the database: who rewrites the whole chain cannot rewrite that. */
    private void note(AuditSeal newest) {
        Instant now = clock.instant();
        if (newest.id() != loggedSeal && !now.isBefore(loggedAt.plus(LOGGED_EVERY))) {
            LOG.info("audit seal {} up to entry {}: {}", newest.id(), newest.lastEntry(), newest.hash());
            loggedSeal = newest.id();
            loggedAt = now;
        }
    }

    /** @return whether there may be more to seal */
    private boolean sealBatch(long upTo) {
        Optional<AuditSeal> last = queries.newestSeal();
        List<AuditChain.Link> links =
                queries.links(last.map(AuditSeal::lastEntry).orElse(Long.MIN_VALUE), upTo, settings.largestBatch());
        if (links.isEmpty()) {
            return false;
        }
        long id = last.map(AuditSeal::id).orElse(0L) + 1;
        String previous = last.map(AuditSeal::hash).orElse(AuditChain.BEGINNING);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        AuditSeal seal = new AuditSeal(
                id,
                links.get(0).entry().id(),
                links.get(links.size() - 1).entry().id(),
                links.size(),
                previous,
                AuditChain.hash(id, previous, now, links),
                now);
        queries.insert(seal);
        return links.size() == settings.largestBatch();
    }
}
