package vn.anttmap.access;

/** Who an account is. What each role may do stands in one table: {@link Right}. */
public enum Role {
    LEADER,
    OFFICER,
    PLANNER,
    ADMINISTRATOR
}
