package vn.anttmap.movement;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountView;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.territory.Jurisdiction;
import vn.anttmap.territory.Jurisdictions;

/** Who changed a team, when, and what it said before. */
@Service
public class SecurityTeamHistory {

    private final SecurityTeamRecords teams;
    private final SecurityTeamStates states;
    private final SecurityTeamViews views;
    private final Jurisdictions jurisdictions;

    SecurityTeamHistory(
            SecurityTeamRecords teams,
            SecurityTeamStates states,
            SecurityTeamViews views,
            Jurisdictions jurisdictions) {
        this.teams = teams;
        this.states = states;
        this.views = views;
        this.jurisdictions = jurisdictions;
    }

    /**
     * @param changedBy the account, or {@code system} where the team was loaded
     * @param change created, corrected or withdrawn
     */
    public record State(Instant changedAt, String changedBy, String change, SecurityTeamView team) {}

    /**
     * All states that were kept, oldest first; those that belonged to an area outside the account's territory are left out.
     *
     * @throws UserProblem of kind NOT_FOUND if the account may not see the team as it is now
     */
    @Transactional(readOnly = true)
    public List<State> of(AccountView account, long id, Locale locale) {
        SecurityTeamView present = teams.get(account, id, locale);
        Jurisdiction jurisdiction = jurisdictions.of(account);
        SecurityTeamViews.Names names = views.names(locale);
        return states.of(id).stream()
                .filter(state -> jurisdiction.contains(state.content().areaId()))
                .map(state -> new State(
                        state.changedAt(),
                        state.changedBy(),
                        state.version() == 0 ? "created" : state.withdrawn() ? "withdrawn" : "corrected",
                        views.of(
                                new SecurityTeamViews.Said(
                                        id,
                                        state.version(),
                                        state.content(),
                                        state.members(),
                                        state.gradings(),
                                        present.synthetic(),
                                        present.syntheticNote(),
                                        state.withdrawn()),
                                names)))
                .toList();
    }
}
