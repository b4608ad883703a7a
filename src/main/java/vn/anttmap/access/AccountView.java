package vn.anttmap.access;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import vn.anttmap.problem.MessageText;
import vn.anttmap.problem.UserProblem;

/**
 * An account as the other modules see it: what it may do, and which units its territory names.
 *
 * @param namedUnitIds units of the territory in the order they were given; what follows from them (parts and
 *     successors) is worked out by {@code territory}
 * @param wholeCountry true for an account without a territorial limit
 */
public record AccountView(
        long id,
        String username,
        String displayName,
        Role role,
        Set<Right> extraRights,
        List<Long> namedUnitIds,
        boolean wholeCountry)
        implements Serializable {

    public AccountView {
        extraRights = Set.copyOf(extraRights);
        namedUnitIds = List.copyOf(namedUnitIds);
    }

    /** Stands in for a person where the service itself acts, as when a time that was set is over. */
    public static AccountView service() {
        return new AccountView(0, Changeset.SERVICE, Changeset.SERVICE, Role.ADMINISTRATOR, Set.of(), List.of(), false);
    }

    public boolean has(Right right) {
        return right.belongsTo(role) || (right.extra() && extraRights.contains(right));
    }

    /** @throws UserProblem of kind FORBIDDEN if the account lacks the right */
    public void require(Right right) {
        if (!has(right)) {
            throw UserProblem.of(
                    UserProblem.Kind.FORBIDDEN, "right-missing", new MessageText("label.right." + right.name()));
        }
    }
}
