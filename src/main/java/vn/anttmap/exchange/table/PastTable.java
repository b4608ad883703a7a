package vn.anttmap.exchange.table;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import vn.anttmap.access.AccountView;

/**
 * A table that was stored.
 *
 * @param createdAt when it was looked at; it was stored within a day of that
 * @param fileName empty where it was pasted
 * @param rows how many of its rows were stored
 * @param state stored or taken-back
 * @param mayTakeBack whether the account may take it back: only who brought it in, and only once
 */
public record PastTable(
        UUID importId,
        Instant createdAt,
        String createdBy,
        String fileName,
        int rows,
        String state,
        boolean mayTakeBack) {

    /** The most that a list shows. */
    public static final int MOST = 50;

    public static PastTable of(TableStore.Decided decided, AccountView account) {
        TableStore.Kept table = decided.table();
        boolean stored = table.state() == TableStore.State.STORED;
        return new PastTable(
                table.id(),
                decided.createdAt(),
                table.createdBy(),
                table.fileName(),
                table.ids().size(),
                table.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                stored && table.createdBy().equals(account.username()));
    }
}
