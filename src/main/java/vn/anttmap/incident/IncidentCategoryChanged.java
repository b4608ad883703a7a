package vn.anttmap.incident;

import vn.anttmap.access.AccountView;

/** A category was added or changed. Published inside the writing transaction: a listener that throws undoes it. */
public record IncidentCategoryChanged(AccountView account, String code, boolean created) {}
