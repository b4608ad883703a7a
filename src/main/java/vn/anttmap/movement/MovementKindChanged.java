package vn.anttmap.movement;

import vn.anttmap.access.AccountView;

/**
 * A kind was added to an open list, or changed. Published inside the writing transaction.
 *
 * @param kind list and code, separated by a space
 */
public record MovementKindChanged(AccountView account, String kind, boolean created) {}
