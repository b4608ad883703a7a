package vn.anttmap.exchange.registertable;

import java.time.Clock;
import org.springframework.stereotype.Component;
import vn.anttmap.movement.MovementBatch;
import vn.anttmap.movement.MovementKinds;
import vn.anttmap.movement.Register;
import vn.anttmap.movement.RegisterLabels;
import vn.anttmap.movement.SecurityTeamBatch;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.VietnamTime;

/** What tables can be taken in for. */
@Component
class TableTargets {

    private final MovementBatch entries;
    private final SecurityTeamBatch teams;
    private final MovementKinds kinds;
    private final RegisterLabels labels;
    private final Territory territory;
    private final Clock clock;

    TableTargets(
            MovementBatch entries,
            SecurityTeamBatch teams,
            MovementKinds kinds,
            RegisterLabels labels,
            Territory territory,
            Clock clock) {
        this.entries = entries;
        this.teams = teams;
        this.kinds = kinds;
        this.labels = labels;
        this.territory = territory;
        this.clock = clock;
    }

    /**
     * @param key of a register, or {@code security-teams}
     * @throws UserProblem of kind NOT_FOUND naming the known registers
     */
    TableTarget of(String key) {
        return key.equals(TeamTarget.KEY)
                ? new TeamTarget(teams, labels, territory, VietnamTime.today(clock))
                : new EntryTarget(Register.ofKey(key), entries, kinds, labels, territory);
    }
}
