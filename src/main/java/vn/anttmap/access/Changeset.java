package vn.anttmap.access;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.Changelog;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.audit.ChangesetListener;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Who changed audited records, and when: one row for each transaction that did. */
@Entity
@Changelog(listener = Changeset.Signer.class)
public class Changeset {

    /** Stands in for a person where the service itself writes, as when it loads demonstration data. */
    static final String SERVICE = "system";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "changeset_seq")
    // Increment 1, so that the order of ids is the order of changes on several nodes too.
    @SequenceGenerator(name = "changeset_seq", allocationSize = 1)
    @Changelog.ChangesetId
    private long id;

    @CreationTimestamp
    @Changelog.Timestamp
    private Instant changedAt = Instant.EPOCH;

    private String username = SERVICE;

    private @Nullable String reason;

    protected Changeset() {}

    public long id() {
        return id;
    }

    public Instant changedAt() {
        return changedAt;
    }

    public String username() {
        return username;
    }

    /** Why the change was made, where the person said so. */
    public @Nullable String reason() {
        return reason;
    }

    /**
     * Gives the reason for what the running transaction changes; it holds until that transaction ends. Bound to the
     * transaction, because Hibernate makes the changeset only when it flushes, out of the caller's reach.
     *
     * @throws IllegalStateException outside a transaction
     */
    public static void because(@Nullable String reason) {
        boolean first = TransactionSynchronizationManager.unbindResourceIfPossible(Changeset.class) == null;
        TransactionSynchronizationManager.bindResource(Changeset.class, Optional.ofNullable(reason));
        if (first) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    TransactionSynchronizationManager.unbindResourceIfPossible(Changeset.class);
                }
            });
        }
    }

    /** Writes the signed-in account and its reason into a new changeset. */
    public static class Signer implements ChangesetListener {

        @Override
        public void newChangeset(Object changeset) {
            Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
            if (authentication != null) {
                ((Changeset) changeset).username = authentication.getName();
            }
            if (TransactionSynchronizationManager.getResource(Changeset.class) instanceof Optional<?> given) {
                ((Changeset) changeset).reason = (String) given.orElse(null);
            }
        }
    }
}
