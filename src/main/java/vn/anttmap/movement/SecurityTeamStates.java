package vn.anttmap.movement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.anttmap.geo.Wgs84;

/** Every state a team had, only ever added to. */
@Component
class SecurityTeamStates {

    private final JdbcClient jdbc;

    SecurityTeamStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param changedBy the account, or the service itself where the team was loaded */
    record State(
            long version,
            SecurityTeam.Content content,
            List<SecurityTeamTables.Members> members,
            List<SecurityTeamTables.Grading> gradings,
            String changedBy,
            Instant changedAt,
            boolean withdrawn) {}

    /** Keeps the present state; to be called in the transaction that wrote it, when all of it is written. */
    void keep(long teamId, Instant loadedAt) {
        jdbc.sql("""
                        insert into security_team_history
                          (team_id, version, name, kind, member_count, area_id, valid_from, valid_to, position,
                           changed_by, changed_at, withdrawn)
                        select id, version, name, kind, member_count, area_id, valid_from, valid_to, position,
                               coalesce(changed_by, 'system'), coalesce(changed_at, cast(? as timestamp with time zone)),
                               withdrawn
                        from security_team where id = ?""").params(loadedAt.atOffset(ZoneOffset.UTC), teamId).update();
        jdbc.sql("""
                        insert into security_team_members_history (team_id, version, role, member_count)
                        select m.team_id, t.version, m.role, m.member_count
                        from security_team_members m join security_team t on t.id = m.team_id where t.id = ?""").param(teamId).update();
        jdbc.sql("""
                        insert into security_team_grading_history (team_id, version, graded_year, grade)
                        select g.team_id, t.version, g.graded_year, g.grade
                        from security_team_grading g join security_team t on t.id = g.team_id where t.id = ?""").param(teamId).update();
    }

    /** Oldest first. */
    List<State> of(long teamId) {
        Map<Long, List<SecurityTeamTables.Members>> members = new HashMap<>();
        jdbc.sql("select version, role, member_count from security_team_members_history where team_id = ?")
                .param(teamId)
                .query(row -> {
                    members.computeIfAbsent(row.getLong("version"), version -> new ArrayList<>())
                            .add(new SecurityTeamTables.Members(row.getString("role"), row.getInt("member_count")));
                });
        members.values().forEach(each -> each.sort(Comparator.comparing(SecurityTeamTables.Members::role)));
        Map<Long, List<SecurityTeamTables.Grading>> gradings = new HashMap<>();
        jdbc.sql("""
                        select version, graded_year, grade from security_team_grading_history
                        where team_id = ? order by graded_year desc""").param(teamId).query(row -> {
            gradings.computeIfAbsent(row.getLong("version"), version -> new ArrayList<>())
                    .add(new SecurityTeamTables.Grading(row.getInt("graded_year"), row.getString("grade")));
        });
        return jdbc.sql("""
                        select version, name, kind, member_count, area_id, valid_from, valid_to, changed_by, changed_at,
                               withdrawn, st_x(position) as longitude, st_y(position) as latitude
                        from security_team_history where team_id = ? order by version""")
                .param(teamId)
                .query((row, number) -> {
                    long version = row.getLong("version");
                    Point position = Wgs84.point(row.getDouble("longitude"), row.getDouble("latitude"));
                    @Nullable Integer memberCount = row.getObject("member_count", Integer.class);
                    return new State(
                            version,
                            new SecurityTeam.Content(
                                    row.getString("name"),
                                    row.getString("kind"),
                                    row.getLong("area_id"),
                                    row.getObject("valid_from", LocalDate.class),
                                    row.getObject("valid_to", LocalDate.class),
                                    memberCount,
                                    position),
                            members.getOrDefault(version, List.of()),
                            gradings.getOrDefault(version, List.of()),
                            row.getString("changed_by"),
                            row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                            row.getBoolean("withdrawn"));
                })
                .list();
    }
}
