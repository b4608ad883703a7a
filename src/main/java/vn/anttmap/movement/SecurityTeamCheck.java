package vn.anttmap.movement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.GivenText;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.VietnamTime;

/** Checks what an officer sent about a security team. */
@Component
class SecurityTeamCheck {

    private static final int LONGEST_NAME = 200;
    private static final int MOST_MEMBERS = 10_000;
    private static final int FIRST_YEAR = 1990;

    private final MovementKinds kinds;
    private final Territory territory;
    private final Clock clock;

    SecurityTeamCheck(MovementKinds kinds, Territory territory, Clock clock) {
        this.kinds = kinds;
        this.territory = territory;
        this.clock = clock;
    }

    record Checked(
            SecurityTeam.Content content,
            List<SecurityTeamTables.Members> members,
            List<SecurityTeamTables.Grading> gradings) {}

    /**
     * @param present the stored team; null for a new one
     * @throws UserProblem naming the field; of kind NOT_FOUND for an area outside the account's territory
     */
    Checked check(
            AccountView account,
            SecurityTeamDraft draft,
            @Nullable SecurityTeam present,
            List<SecurityTeamTables.Members> presentMembers,
            List<SecurityTeamTables.Grading> presentGradings) {
        String name = GivenText.required("name", draft.name(), LONGEST_NAME);
        String kind = kinds.choose(
                KindLists.TEAM_KINDS,
                "kind",
                draft.kind(),
                present == null ? null : present.content().kind());
        if (draft.areaId() == null) {
            throw invalid("field-missing", "areaId").at("areaId", null);
        }
        Unit area = territory.get(account, draft.areaId());
        LocalDate from = draft.validFrom();
        LocalDate to = draft.validTo();
        if (from != null && to != null && to.isBefore(from)) {
            throw invalid("period-backwards", from, to).at("validTo", to);
        }
        List<SecurityTeamTables.Members> members = members(draft.members(), presentMembers);
        Integer all = members.isEmpty()
                ? draft.memberCount()
                : Integer.valueOf(members.stream()
                        .mapToInt(SecurityTeamTables.Members::count)
                        .sum());
        checkCount("memberCount", all);
        return new Checked(
                new SecurityTeam.Content(name, kind, area.id(), from, to, all, place(draft, area, present)),
                members,
                gradings(draft.gradings(), presentGradings));
    }

    private Point place(SecurityTeamDraft draft, Unit area, @Nullable SecurityTeam present) {
        Point given = EntryCheck.position(draft.longitude(), draft.latitude());
        if (given != null) {
            return given;
        }
        if (present != null && present.content().areaId() == area.id()) {
            return present.content().position();
        }
        return territory
                .pointInside(area)
                .orElseThrow(() -> invalid("field-missing", "longitude").at("longitude", null));
    }

    private List<SecurityTeamTables.Members> members(
            @Nullable List<SecurityTeamDraft.Members> given, List<SecurityTeamTables.Members> present) {
        List<SecurityTeamTables.Members> members = new ArrayList<>();
        for (SecurityTeamDraft.Members each : given == null ? List.<SecurityTeamDraft.Members>of() : given) {
            boolean known = present.stream().anyMatch(one -> one.role().equals(each.role()));
            String role = kinds.choose(KindLists.TEAM_ROLES, "role", each.role(), known ? each.role() : null);
            if (members.stream().anyMatch(one -> one.role().equals(role))) {
                throw invalid("security-team-twice", role).at("members", role);
            }
            if (each.count() == null) {
                throw invalid("field-missing", "count").at("count", null);
            }
            checkCount("count", each.count());
            members.add(new SecurityTeamTables.Members(role, each.count()));
        }
        members.sort(Comparator.comparing(SecurityTeamTables.Members::role));
        return members;
    }

    private List<SecurityTeamTables.Grading> gradings(
            @Nullable List<SecurityTeamDraft.Grading> given, List<SecurityTeamTables.Grading> present) {
        int thisYear = VietnamTime.today(clock).getYear();
        List<SecurityTeamTables.Grading> gradings = new ArrayList<>();
        for (SecurityTeamDraft.Grading each : given == null ? List.<SecurityTeamDraft.Grading>of() : given) {
            boolean known = present.stream().anyMatch(one -> one.grade().equals(each.grade()));
            String grade = kinds.choose(KindLists.TEAM_GRADES, "grade", each.grade(), known ? each.grade() : null);
            Integer year = each.year();
            if (year == null) {
                throw invalid("field-missing", "year").at("year", null);
            }
            if (year < FIRST_YEAR || year > thisYear) {
                throw invalid("number-out-of-range", "year", FIRST_YEAR, thisYear)
                        .at("year", year);
            }
            if (gradings.stream().anyMatch(one -> one.year() == year)) {
                throw invalid("security-team-twice", year).at("gradings", year);
            }
            gradings.add(new SecurityTeamTables.Grading(year, grade));
        }
        gradings.sort(Comparator.comparingInt(SecurityTeamTables.Grading::year).reversed());
        return gradings;
    }

    private static void checkCount(String field, @Nullable Integer count) {
        if (Objects.requireNonNullElse(count, 0) < 0 || Objects.requireNonNullElse(count, 0) > MOST_MEMBERS) {
            throw invalid("number-out-of-range", field, 0, MOST_MEMBERS).at(field, count);
        }
    }

    private static UserProblem invalid(String key, Object... arguments) {
        return UserProblem.of(Kind.INVALID, key, arguments);
    }
}
