package vn.anttmap.safety;

import java.util.UUID;
import vn.anttmap.access.AccountView;

/**
 * A step of an organization's year was recorded. Published inside the writing transaction.
 *
 * @param before key of the status it had
 * @param status key of the status it has now
 */
public record OrganizationStatusRecorded(AccountView account, UUID id, int year, String before, String status) {}
