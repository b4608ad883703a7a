package vn.anttmap.exchange.registertable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.anttmap.access.AccountView;
import vn.anttmap.movement.EntryDraft;
import vn.anttmap.movement.MovementBatch;
import vn.anttmap.movement.MovementKind;
import vn.anttmap.movement.RegisterLabels;
import vn.anttmap.movement.SecurityTeamBatch;
import vn.anttmap.movement.SecurityTeamDraft;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.Territory;

/**
 * Rows become security teams. A row says so in the words of an entry: its title is the name, its first day that of the
 * founding, its last the one from which the team no longer exists, its details the members by role.
 *
 * @param today teams are of the units of today, while they last
 */
record TeamTarget(SecurityTeamBatch batch, RegisterLabels labels, Territory territory, LocalDate today)
        implements TableTarget {

    static final String KEY = "security-teams";

    private static final long MOST = 1_000_000;

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public List<RegisterColumn> columns() {
        return RegisterColumn.ofTeams(
                batch.roles().stream().filter(MovementKind::active).toList());
    }

    @Override
    public List<String> needed() {
        return List.of(RegisterColumn.TITLE, RegisterColumn.KIND);
    }

    @Override
    public RegisterRowReader reader(AccountView account, List<RegisterColumn> columns) {
        return new RegisterRowReader(columns, batch.kinds(), labels, new RowUnits(territory, account), today);
    }

    @Override
    public Optional<UserProblem> findProblem(AccountView account, EntryDraft draft) {
        try {
            return batch.findProblem(account, team(draft)).map(TeamTarget::inItsColumn);
        } catch (UserProblem problem) {
            return Optional.of(problem);
        }
    }

    @Override
    public void storeAll(AccountView account, List<MovementBatch.Entry> entries, Runnable also) {
        batch.storeAll(
                account,
                entries.stream()
                        .map(entry -> new SecurityTeamBatch.Team(entry.id(), team(entry.draft())))
                        .toList(),
                also);
    }

    @Override
    public void withdrawAll(AccountView account, List<UUID> ids, Runnable also) {
        batch.withdrawAll(account, ids, also);
    }

    @Override
    public boolean sees(AccountView account, List<UUID> ids) {
        return batch.sees(account, ids);
    }

    private static SecurityTeamDraft team(EntryDraft draft) {
        Map<String, Object> details = draft.details() == null ? Map.of() : draft.details();
        List<SecurityTeamDraft.Members> members = new ArrayList<>();
        int sum = 0;
        for (String column : details.keySet()) {
            Integer count = count(column, details);
            if (column.startsWith(RegisterColumn.ROLE) && count != null) {
                members.add(new SecurityTeamDraft.Members(column.substring(RegisterColumn.ROLE.length()), count));
                sum = Math.addExact(sum, count);
            }
        }
        Integer all = count(RegisterColumn.MEMBERS, details);
        if (all != null && !members.isEmpty() && all != sum) {
            throw UserProblem.of(Kind.INVALID, "security-team-sum-differs", all, sum)
                    .at(RegisterColumn.MEMBERS, all);
        }
        return new SecurityTeamDraft(
                draft.title(),
                draft.kind(),
                draft.unitId(),
                draft.longitude(),
                draft.latitude(),
                draft.firstDay(),
                draft.lastDay(),
                all,
                members,
                List.of());
    }

    /** Members are counted: "hơn 5" is no number of them. */
    private static @Nullable Integer count(String column, Map<String, Object> details) {
        if (!(details.get(column) instanceof Map<?, ?> amount) || !(amount.get("value") instanceof Number value)) {
            return null;
        }
        if (Boolean.TRUE.equals(amount.get("moreThan"))) {
            throw UserProblem.of(Kind.INVALID, "security-team-count-exact", value.longValue())
                    .at(column, value);
        }
        // What is too many for a team stays too many, and its sum an int.
        return (int) Math.min(value.longValue(), MOST);
    }

    private static UserProblem inItsColumn(UserProblem problem) {
        String parameter = problem.parameter();
        if (parameter == null) {
            return problem;
        }
        return switch (parameter) {
            case "name" -> problem.at(RegisterColumn.TITLE, problem.received());
            case "areaId" -> problem.at(RegisterColumn.UNIT, problem.received());
            case "validTo" -> problem.at(RegisterColumn.LAST_DAY, problem.received());
            default -> problem;
        };
    }
}
