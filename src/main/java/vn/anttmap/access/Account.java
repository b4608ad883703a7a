package vn.anttmap.access;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A person's way in. The password is kept as a hash with its algorithm in front. */
@Entity
class Account {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String username = "";
    private String displayName = "";
    private String passwordHash = "";

    @Enumerated(EnumType.STRING)
    private Role role = Role.LEADER;

    private String extraRights = "";
    private boolean wholeCountry;
    private boolean enabled = true;
    private boolean mustChangePassword;
    private boolean demonstration;
    private Instant createdAt = Instant.EPOCH;

    @Version
    private long version;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "account_jurisdiction", joinColumns = @JoinColumn(name = "account_id"))
    @OrderColumn(name = "position")
    @Column(name = "unit_id")
    private List<Long> namedUnitIds = new ArrayList<>();

    protected Account() {}

    Account(NewAccount account, String passwordHash, Instant createdAt) {
        this.username = account.username();
        this.displayName = account.displayName();
        this.passwordHash = passwordHash;
        this.role = account.role();
        this.extraRights =
                account.extraRights().stream().map(Right::name).sorted().collect(Collectors.joining(","));
        this.wholeCountry = account.wholeCountry();
        this.namedUnitIds = new ArrayList<>(account.namedUnitIds());
        this.mustChangePassword = account.mustChangePassword();
        this.demonstration = account.demonstration();
        this.createdAt = createdAt;
    }

    /** Name, password and the mark of the demonstration stay. */
    void become(AccountDraft.Checked wanted) {
        displayName = wanted.displayName();
        role = wanted.role();
        extraRights = wanted.extraRights().stream().map(Right::name).sorted().collect(Collectors.joining(","));
        wholeCountry = wanted.wholeCountry();
        enabled = wanted.enabled();
        if (!namedUnitIds.equals(wanted.unitIds())) {
            namedUnitIds.clear();
            namedUnitIds.addAll(wanted.unitIds());
        }
    }

    AccountView view() {
        return new AccountView(
                java.util.Objects.requireNonNull(id),
                username,
                displayName,
                role,
                Set.copyOf(Arrays.stream(extraRights.split(","))
                        .filter(name -> !name.isBlank())
                        .map(Right::valueOf)
                        .toList()),
                namedUnitIds,
                wholeCountry);
    }

    String username() {
        return username;
    }

    String displayName() {
        return displayName;
    }

    Role role() {
        return role;
    }

    String passwordHash() {
        return passwordHash;
    }

    boolean enabled() {
        return enabled;
    }

    boolean mustChangePassword() {
        return mustChangePassword;
    }

    boolean demonstration() {
        return demonstration;
    }

    Instant createdAt() {
        return createdAt;
    }

    long version() {
        return version;
    }

    void changePassword(String newHash) {
        passwordHash = newHash;
        mustChangePassword = false;
    }

    /** To one that somebody else knows, and that goes at the next sign-in. */
    void resetPassword(String newHash) {
        passwordHash = newHash;
        mustChangePassword = true;
    }
}
