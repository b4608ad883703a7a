package vn.anttmap.safety;

import java.util.UUID;
import vn.anttmap.access.AccountView;

/**
 * The register of agencies, enterprises and schools changed. Published inside the writing transaction.
 *
 * @param change created, changed or withdrawn
 */
public record OrganizationWritten(AccountView account, UUID id, long version, String change) {}
