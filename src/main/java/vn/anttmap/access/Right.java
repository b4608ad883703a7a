package vn.anttmap.access;

import static vn.anttmap.access.Role.LEADER;
import static vn.anttmap.access.Role.OFFICER;
import static vn.anttmap.access.Role.PLANNER;

import java.util.Set;

/**
 * The table of rights: each right with the roles that have it by themselves. A right without a role, and any right that
 * is {@link #extra()}, can be given to a single account. Every right holds inside the account's territory only.
 */
public enum Right {
    /** Boundaries, figures, statuses, teams. */
    READ_MAP(LEADER, OFFICER, PLANNER),
    /** The list of incidents by area, without exact place and notes. */
    LIST_INCIDENTS(LEADER, OFFICER, PLANNER),
    /** Exact places of incidents. Planners need it as an extra right. */
    SEE_INCIDENT_POINTS(OFFICER),
    /** Notes of incidents. */
    SEE_INCIDENT_NOTES(OFFICER),
    /** Mark, correct and withdraw incidents. */
    MARK_INCIDENTS(OFFICER),
    /** Incidents of restricted categories, in lists and in figures. Nobody has it by role. */
    SEE_RESTRICTED_CATEGORIES(),
    /** Files out of the service. */
    EXPORT_DATA(LEADER, OFFICER, PLANNER),
    /** Submit and appraise assessments. */
    SUBMIT_ASSESSMENTS(OFFICER),
    /** Decide assessments. */
    DECIDE_ASSESSMENTS(LEADER),
    /** Enter, correct and withdraw entries of the movement's registers. */
    WRITE_MOVEMENT(OFFICER),
    /** Import, draw and change boundaries. */
    CHANGE_BOUNDARIES(PLANNER),
    /** Accounts, settings, audit, backup. */
    ADMINISTER(Role.ADMINISTRATOR);

    private static final Set<Right> EXTRA = Set.of(SEE_INCIDENT_POINTS, SEE_RESTRICTED_CATEGORIES);

    private final Set<Role> roles;

    Right(Role... roles) {
        this.roles = Set.of(roles);
    }

    /** Whether the role has this right without an extra grant. */
    public boolean belongsTo(Role role) {
        return roles.contains(role);
    }

    /** Whether the right can be granted to a single account. */
    public boolean extra() {
        return EXTRA.contains(this);
    }
}
