package vn.anttmap.incident;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How far the handling of an incident has come, and which step may follow which. */
public enum IncidentState {
    /** Tiếp nhận. */
    RECEIVED,
    /** Xác minh. */
    VERIFYING,
    /** Đã giải quyết. */
    RESOLVED,
    /** Chuyển cấp trên. */
    TRANSFERRED,
    /** Không phải vụ việc: stays in the list and counts in no figure. */
    NOT_A_CASE;

    /** Whether the handling is over, so that a change needs a reason. */
    public boolean closed() {
        return this != RECEIVED && this != VERIFYING;
    }

    /** Whether this state may come after the other one. A closed record goes back to verification only. */
    public boolean mayFollow(IncidentState before) {
        return switch (this) {
            case RECEIVED -> false;
            case VERIFYING -> before != VERIFYING;
            case RESOLVED, TRANSFERRED, NOT_A_CASE -> !before.closed();
        };
    }

    /** The states that may come after this one. */
    public List<IncidentState> next() {
        return Arrays.stream(values()).filter(state -> state.mayFollow(this)).toList();
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
