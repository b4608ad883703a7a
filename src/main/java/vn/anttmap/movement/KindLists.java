package vn.anttmap.movement;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/** The open lists: the kinds of each register, and what security teams are told apart by. */
final class KindLists {

    /** Kinds of security teams. */
    static final String TEAM_KINDS = "security-teams";

    /** What members do in a team. */
    static final String TEAM_ROLES = "team-roles";

    /** How a team did in a year. */
    static final String TEAM_GRADES = "team-grades";

    private static final List<String> ALL = Stream.concat(
                    Arrays.stream(Register.values()).map(Register::key), Stream.of(TEAM_KINDS, TEAM_ROLES, TEAM_GRADES))
            .toList();

    private KindLists() {}

    /** @throws UserProblem of kind NOT_FOUND naming the known lists */
    static String check(String key) {
        if (!ALL.contains(key)) {
            throw UserProblem.of(
                            Kind.NOT_FOUND, "register-unknown", ALL.stream().collect(Collectors.joining(", ")))
                    .at("register", key);
        }
        return key;
    }
}
