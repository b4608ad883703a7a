package vn.anttmap.access;

import java.util.List;
import java.util.Set;

/**
 * An account to be made.
 *
 * @param password in clear; only its hash is stored
 */
public record NewAccount(
        String username,
        String password,
        String displayName,
        Role role,
        Set<Right> extraRights,
        List<Long> namedUnitIds,
        boolean wholeCountry,
        boolean mustChangePassword,
        boolean demonstration) {}
