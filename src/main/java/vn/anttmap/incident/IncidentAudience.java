package vn.anttmap.incident;

import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.problem.UserProblem;

/** Tells whether an account may know of an incident, from what {@link IncidentWritten} says of it. */
@Component
public class IncidentAudience {

    private final IncidentScope.Finder scopes;

    IncidentAudience(IncidentScope.Finder scopes) {
        this.scopes = scopes;
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
