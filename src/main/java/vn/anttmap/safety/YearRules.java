package vn.anttmap.safety;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.problem.MessageText;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/** Who may record what in an area's year, and when. Nothing but the rules: no database, no clock. */
final class YearRules {

    private YearRules() {}

    /** Where a year stands. @param verdicts those that hold, by criterion */
    record Standing(SafetyStatus status, Map<Long, Verdict> verdicts) {

        Standing {
            verdicts = Map.copyOf(verdicts);
        }

        boolean judged() {
            return !verdicts.isEmpty();
        }
    }

    /** A criterion that must be met: active and not optional. */
    record Needed(long id, String code) {}

    /**
     * Whether a step may be recorded. The same status again is no step but adds facts to the one that stands.
     *
     * @param adding whether the step brings facts
     * @throws UserProblem FORBIDDEN, CONFLICT for a step out of order, UNPROCESSABLE naming the criteria that stand against
     *     a recognition
     */
    static void checkStep(
            AccountView account, Standing standing, SafetyStatus next, boolean adding, List<Needed> needed) {
        SafetyStatus before = standing.status();
        account.require(next.neededRight(before));
        boolean supplement = next == before && adding && before != SafetyStatus.NOT_REGISTERED;
        if (!supplement && !next.mayFollow(before)) {
            throw UserProblem.of(Kind.CONFLICT, "step-not-allowed", label(before), label(next))
                    .at("status", next.key());
        }
        if (next == SafetyStatus.RECOGNISED && !supplement) {
            List<String> against = against(standing, needed);
            if (!against.isEmpty()) {
                throw UserProblem.of(Kind.UNPROCESSABLE, "criteria-not-met", String.join(", ", against))
                        .at("status", next.key())
                        .with("criteria", against);
            }
        }
    }

    /**
     * Whether a criterion may be judged now.
     *
     * @throws UserProblem FORBIDDEN, or CONFLICT before the area is registered
     */
    static void checkJudgement(AccountView account, Standing standing) {
        account.require(judgingRight(standing.status()));
        if (!open(standing.status())) {
            throw UserProblem.of(Kind.CONFLICT, "judgement-too-early", label(standing.status()));
        }
    }

    static boolean mayJudge(AccountView account, Standing standing) {
        return account.has(judgingRight(standing.status())) && open(standing.status());
    }

    /** Documents come and go with the same right as judgements. */
    static boolean mayAttach(AccountView account, Standing standing) {
        return mayJudge(account, standing);
    }

    /**
     * An organization's year is shorter: registered, then recognised or not; a step back is a correction, the same status
     * again adds facts to the one that stands.
     *
     * @param adding whether the step brings facts
     * @throws UserProblem of kind CONFLICT for a step out of order
     */
    static void checkOrganizationStep(SafetyStatus before, SafetyStatus next, boolean adding) {
        boolean supplement = next == before && adding && before != SafetyStatus.NOT_REGISTERED;
        if (!supplement && !mayFollowForOrganization(before, next)) {
            throw UserProblem.of(Kind.CONFLICT, "step-not-allowed", label(before), label(next))
                    .at("status", next.key());
        }
    }

    static boolean mayFollowForOrganization(SafetyStatus before, SafetyStatus next) {
        return switch (next) {
            case NOT_REGISTERED -> before == SafetyStatus.REGISTERED;
            case REGISTERED -> before != SafetyStatus.REGISTERED;
            case RECOGNISED, NOT_RECOGNISED -> before != SafetyStatus.NOT_REGISTERED && before != next;
            default -> false;
        };
    }

    /** Steps that the account may take now. */
    static List<SafetyStatus> nextSteps(AccountView account, Standing standing, List<Needed> needed) {
        return Arrays.stream(SafetyStatus.values())
                .filter(next -> next.mayFollow(standing.status())
                        && account.has(next.neededRight(standing.status()))
                        && (next != SafetyStatus.RECOGNISED
                                || against(standing, needed).isEmpty()))
                .toList();
    }

    /** Codes that stand against a recognition: none where no criterion was ever judged, as in old data. */
    static List<String> against(Standing standing, List<Needed> needed) {
        return standing.judged()
                ? needed.stream()
                        .filter(criterion -> standing.verdicts().get(criterion.id()) != Verdict.MET)
                        .map(Needed::code)
                        .toList()
                : List.of();
    }

    private static Right judgingRight(SafetyStatus status) {
        return status.decided() || status == SafetyStatus.NOT_CONSIDERED
                ? Right.DECIDE_ASSESSMENTS
                : Right.SUBMIT_ASSESSMENTS;
    }

    private static boolean open(SafetyStatus status) {
        return status != SafetyStatus.NOT_REGISTERED && status != SafetyStatus.NOT_CONSIDERED;
    }

    private static MessageText label(SafetyStatus status) {
        return new MessageText("label.status." + status.key());
    }
}
