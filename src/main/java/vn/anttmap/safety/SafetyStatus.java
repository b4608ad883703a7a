package vn.anttmap.safety;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import vn.anttmap.access.Right;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/** Where an area stands in the year's recognition, and which step may follow which. */
public enum SafetyStatus {
    /** Chưa đăng ký. */
    NOT_REGISTERED,
    /** Đã đăng ký. */
    REGISTERED,
    /** Tự đánh giá. */
    SELF_ASSESSED,
    /** Đang xét. */
    UNDER_REVIEW,
    /** Đạt. */
    RECOGNISED,
    /** Chưa đạt. */
    NOT_RECOGNISED,
    /** Không xét: a new or merged area. */
    NOT_CONSIDERED;

    /** Whether this status may be recorded after the other one. A step back is a correction and allowed one at a time. */
    public boolean mayFollow(SafetyStatus before) {
        return switch (this) {
            case NOT_REGISTERED -> before == REGISTERED || before == NOT_CONSIDERED;
            case REGISTERED -> before == NOT_REGISTERED || before == SELF_ASSESSED;
            case SELF_ASSESSED -> before == REGISTERED || before == UNDER_REVIEW;
            case UNDER_REVIEW -> before == SELF_ASSESSED || before.decided();
            case RECOGNISED, NOT_RECOGNISED -> before == UNDER_REVIEW || before.decided() && before != this;
            case NOT_CONSIDERED -> !before.decided() && before != this;
        };
    }

    /** Decisions need the right to decide; the steps towards them the right to submit. */
    public Right neededRight(SafetyStatus before) {
        return this == NOT_CONSIDERED || decided() || before.decided() || before == NOT_CONSIDERED
                ? Right.DECIDE_ASSESSMENTS
                : Right.SUBMIT_ASSESSMENTS;
    }

    boolean decided() {
        return Set.of(RECOGNISED, NOT_RECOGNISED).contains(this);
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws UserProblem naming the known keys */
    public static SafetyStatus ofKey(String key) {
        return Arrays.stream(values())
                .filter(status -> status.key().equals(key))
                .findFirst()
                .orElseThrow(() -> UserProblem.of(
                                Kind.INVALID,
                                "status-unknown",
                                String.join(
                                        ", ",
                                        Arrays.stream(values())
                                                .map(SafetyStatus::key)
                                                .toList()))
                        .at("status", key));
    }
}
