package vn.anttmap.safety;

import vn.anttmap.access.AccountView;

/**
 * An administrator added or changed a criterion. Published inside the writing transaction.
 *
 * @param criterion set, subject and code, such as {@code TT124-2021 residential-area 4.1}
 */
public record CriterionChanged(AccountView account, String criterion, boolean created) {}
