package vn.anttmap.setup;

import vn.anttmap.access.AccountView;

/**
 * It was said which places the installation is for, or since when a register is complete. Published in the transaction that
 * wrote it.
 *
 * @param detail codes of the places, or unit and day
 */
public record PlacesNamed(AccountView by, String detail) {}
