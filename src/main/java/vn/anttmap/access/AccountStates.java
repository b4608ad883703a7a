package vn.anttmap.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.anttmap.node.RecentReads;

/** Accounts as requests need them, read once for several that follow each other. */
@Component
class AccountStates {

    private final AccountRepository accounts;
    private final TransactionTemplate readOnly;
    private final RecentReads.Table<String, State> recent;

    AccountStates(AccountRepository accounts, PlatformTransactionManager transactions, RecentReads recentReads) {
        this.accounts = accounts;
        this.readOnly = new TransactionTemplate(transactions);
        this.readOnly.setReadOnly(true);
        this.recent = recentReads.table();
    }

    /** An account as it was read. */
    record State(AccountView view, String passwordHash, boolean enabled, boolean mustChangePassword) {

        /** Nothing of it may land in a log. */
        @Override
        public String toString() {
            return "account " + view.id();
        }
    }

    Optional<State> find(String username) {
        // PostgreSQL cannot even be asked for a name with a NUL character.
        return username.indexOf('\0') >= 0 ? Optional.empty() : Optional.ofNullable(recent.get(username, this::read));
    }

    private @Nullable State read(String username) {
        return readOnly.execute(status -> accounts.findByUsername(username)
                .map(account -> new State(
                        account.view(), account.passwordHash(), account.enabled(), account.mustChangePassword()))
                .orElse(null));
    }
}
