package vn.anttmap.exchange.registertable;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.anttmap.access.AccountView;
import vn.anttmap.movement.EntryDraft;
import vn.anttmap.movement.MovementBatch;
import vn.anttmap.problem.UserProblem;

/** Where the rows of a table go: a register of entries, or the security teams. */
interface TableTarget {

    /** As it stands in paths and tables. */
    String key();

    List<RegisterColumn> columns();

    /** Keys of the two columns without which a table says nothing. */
    List<String> needed();

    /** @param columns as {@link #columns()} */
    RegisterRowReader reader(AccountView account, List<RegisterColumn> columns);

    /** What would be refused of a row; empty where it would be taken. */
    Optional<UserProblem> findProblem(AccountView account, EntryDraft draft);

    /** All of them or none; {@code also} runs first, in the same transaction. */
    void storeAll(AccountView account, List<MovementBatch.Entry> entries, Runnable also);

    /**
     * All of them or none; {@code also} runs first, in the same transaction.
     *
     * @throws UserProblem of kind CONFLICT if one was changed since it was stored
     */
    void withdrawAll(AccountView account, List<UUID> ids, Runnable also);

    /** Whether the account sees every one of them, withdrawn or not. */
    boolean sees(AccountView account, List<UUID> ids);
}
