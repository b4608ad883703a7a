package vn.anttmap.incident;

import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.problem.UserProblem;

/** Tells whether an account may know of an incident, from what {@link IncidentWritten} says of it. */
@Component
public class IncidentAudience {

    private final IncidentScope.Finder scopes;
    private final FigureGuard guard;

    IncidentAudience(IncidentScope.Finder scopes, FigureGuard guard) {
        this.scopes = scopes;
        this.guard = guard;
    }

    /** Whether the account may know of single incidents at all. */
    public boolean includes(AccountView account) {
        return account.has(Right.LIST_INCIDENTS) && !guard.guards(account);
    }

    /** What one account may know of, worked out once for several incidents. */
    @FunctionalInterface
    public interface View {

        boolean covers(long registerCommuneId, String category);
    }

    /** @throws UserProblem if the account may see no incidents at all */
    public View of(AccountView account) {
        IncidentScope scope = scopes.of(account);
        return (communeId, category) ->
                (scope.wholeCountry() || scope.communeIds().contains(communeId))
                        && !scope.hiddenCategories().contains(category);
    }
}
