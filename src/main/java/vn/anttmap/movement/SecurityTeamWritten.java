package vn.anttmap.movement;

import vn.anttmap.access.AccountView;

/** A security team was added, changed or withdrawn. Published inside the writing transaction. */
public record SecurityTeamWritten(AccountView account, long teamId, long version, Change change) {

    public enum Change {
        CREATED,
        CHANGED,
        WITHDRAWN
    }
}
