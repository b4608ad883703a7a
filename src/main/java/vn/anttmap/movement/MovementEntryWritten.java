package vn.anttmap.movement;

import java.util.UUID;
import vn.anttmap.access.AccountView;

/** An entry of a register was stored. Published inside the writing transaction. */
public record MovementEntryWritten(AccountView account, Register register, UUID entryId, long version, Change change) {

    public enum Change {
        CREATED,
        CHANGED,
        WITHDRAWN
    }
}
