package vn.anttmap.access;

/** Who signs in with a second factor. */
enum SecondFactorMode {
    /** Nobody is asked for one, not even who has set one up. */
    OFF,
    /** Whoever has set one up. */
    OPTIONAL,
    /** Administrators have to set one up; others may. */
    ADMINISTRATORS,
    /** Everybody has to. */
    ALL;

    boolean requires(Role role) {
        return this == ALL || this == ADMINISTRATORS && role == Role.ADMINISTRATOR;
    }
}
