package vn.anttmap.access;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import org.hibernate.annotations.Changelog;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.audit.ChangesetListener;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

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

    /** Writes the signed-in account into a new changeset. */
    public static class Signer implements ChangesetListener {

        @Override
        public void newChangeset(Object changeset) {
            Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
            if (authentication != null) {
                ((Changeset) changeset).username = authentication.getName();
            }
        }
    }
}
