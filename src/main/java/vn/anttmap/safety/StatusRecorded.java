package vn.anttmap.safety;

import vn.anttmap.access.AccountView;

/**
 * A step of an area's year was recorded. Published inside the writing transaction.
 *
 * @param before key of the status it had
 * @param status key of the status it has now
 */
public record StatusRecorded(AccountView account, int year, long areaId, String before, String status) {}
