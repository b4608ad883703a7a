package vn.anttmap.movement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Members by role and gradings by year, which belong to a team and have no life of their own. */
@Component
class SecurityTeamTables {

    private final JdbcClient jdbc;

    SecurityTeamTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Members(String role, int count) {}

    record Grading(int year, String grade) {}

    Map<Long, List<Members>> members() {
        Map<Long, List<Members>> byTeam = new HashMap<>();
        jdbc.sql("select team_id, role, member_count from security_team_members order by team_id")
                .query(row -> {
                    byTeam.computeIfAbsent(row.getLong("team_id"), id -> new ArrayList<>())
                            .add(new Members(row.getString("role"), row.getInt("member_count")));
                });
        // As SecurityTeamCheck sorts them, whatever the collation of the database.
        byTeam.values().forEach(members -> members.sort(Comparator.comparing(Members::role)));
        return byTeam;
    }

    Map<Long, List<Grading>> gradings() {
        Map<Long, List<Grading>> byTeam = new HashMap<>();
        jdbc.sql("select team_id, graded_year, grade from security_team_grading order by team_id, graded_year desc")
                .query(row -> {
                    byTeam.computeIfAbsent(row.getLong("team_id"), id -> new ArrayList<>())
                            .add(new Grading(row.getInt("graded_year"), row.getString("grade")));
                });
        return byTeam;
    }

    void replace(long teamId, List<Members> members, List<Grading> gradings) {
        jdbc.sql("delete from security_team_members where team_id = ?")
                .param(teamId)
                .update();
        jdbc.sql("delete from security_team_grading where team_id = ?")
                .param(teamId)
                .update();
        for (Members each : members) {
            jdbc.sql("insert into security_team_members (team_id, role, member_count) values (?, ?, ?)")
                    .params(teamId, each.role(), each.count())
                    .update();
        }
        for (Grading each : gradings) {
            jdbc.sql("insert into security_team_grading (team_id, graded_year, grade) values (?, ?, ?)")
                    .params(teamId, each.year(), each.grade())
                    .update();
        }
    }
}
