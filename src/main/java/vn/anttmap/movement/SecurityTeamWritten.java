package vn.anttmap.movement;

import vn.anttmap.access.AccountView;

/** A security team was added or changed. Published inside the writing transaction. */
public record SecurityTeamWritten(AccountView account, long teamId, long version, boolean created) {}
