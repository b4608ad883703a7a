package vn.anttmap.incident;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import vn.anttmap.access.AccountView;
import vn.anttmap.territory.Ground;
import vn.anttmap.territory.UnitLevel;

/** The figures of a question, each by one statement over the tables of the register. */
final class CountsFromTables {

    private static final String VALID =
            " (%1$s.valid_from is null or %1$s.valid_from <= :boundaryDay) and (%1$s.valid_to is null or %1$s.valid_to > :boundaryDay)";

    private final NamedParameterJdbcTemplate jdbc;
    private final IncidentCounts counts;

    CountsFromTables(NamedParameterJdbcTemplate jdbc, IncidentCounts counts) {
        this.jdbc = jdbc;
        this.counts = counts;
    }

    Map<Long, Integer> byUnit(AccountView account, UnitLevel level, IncidentCounts.Question question) {
        Map<String, Object> parameters = counts.parameters(account, question);
        parameters.put("level", level.name());
        return counts(
                "select p.unit_id as id, count(*) as incidents from incident i"
                        + " join incident_placement p on p.incident_id = i.id and p.level = :level"
                        + " join territorial_unit u on u.id = p.unit_id where" + VALID.formatted("u")
                        + IncidentCounts.PERIOD_AND_SCOPE + " group by p.unit_id",
                parameters);
    }

    Map<Long, Integer> byRoad(AccountView account, IncidentCounts.Question question) {
        return counts(
                "select o.road_segment_id as id, count(*) as incidents from (select r.road_segment_id, row_number() over"
                        + " (partition by r.incident_id order by r.distance_meters, s.segment_key) as nearness"
                        + " from incident i join incident_road r on r.incident_id = i.id"
                        + " join road_segment s on s.id = r.road_segment_id where" + VALID.formatted("s")
                        + IncidentCounts.PERIOD_AND_SCOPE + ") o where o.nearness = 1 group by o.road_segment_id",
                counts.parameters(account, question));
    }

    IncidentCounts.Split split(AccountView account, UnitLevel level, IncidentCounts.Question question) {
        Map<String, Object> parameters = counts.parameters(account, question);
        parameters.put("level", level.name());
        return jdbc.queryForObject(
                "select count(*) as total,"
                        + " coalesce(sum(case when i.place_accuracy in ('EXACT', 'STREET') then 0 else 1 end), 0) as inexact,"
                        + " coalesce(sum(case when i.place_accuracy <> 'UNKNOWN' or i.near_border = true or exists ("
                        + "   select 1 from incident_placement p join territorial_unit u on u.id = p.unit_id"
                        + "   where p.incident_id = i.id and p.level = :level and" + VALID.formatted("u")
                        + " ) then 0 else 1 end), 0) as unknown_place"
                        + " from incident i where 1 = 1" + IncidentCounts.PERIOD_AND_SCOPE
                        + within(question.within(), parameters),
                parameters,
                (row, number) -> new IncidentCounts.Split(
                        row.getInt("total"), row.getInt("inexact"), row.getInt("unknown_place")));
    }

    /** Longitude, latitude and day of each place, in order. */
    List<String> places(AccountView account, IncidentCounts.Question question) {
        Map<String, Object> parameters = counts.parameters(account, question);
        return jdbc
                .query(
                        "select st_x(i.position) as x, st_y(i.position) as y, i.local_date from incident i"
                                + " where i.place_accuracy in ('EXACT', 'STREET')"
                                + " and (i.near_border = false or i.assigned_area_id is not null)"
                                + IncidentCounts.PERIOD_AND_SCOPE + within(question.within(), parameters),
                        parameters,
                        (row, number) -> row.getDouble("x") + " " + row.getDouble("y") + " "
                                + row.getObject("local_date", LocalDate.class))
                .stream()
                .sorted()
                .toList();
    }

    /** Incidents of each month, by unit. */
    Map<String, Integer> byMonth(AccountView account, UnitLevel level, IncidentCounts.Question question) {
        Map<String, Object> parameters = counts.parameters(account, question);
        parameters.put("level", level.name());
        Map<String, Integer> found = new TreeMap<>();
        jdbc.query(
                "select p.unit_id as id, extract(year from i.local_date) as of_year, i.local_month, count(*) as incidents"
                        + " from incident i join incident_placement p on p.incident_id = i.id and p.level = :level"
                        + " join territorial_unit u on u.id = p.unit_id where" + VALID.formatted("u")
                        + IncidentCounts.PERIOD_AND_SCOPE
                        + " group by p.unit_id, extract(year from i.local_date), i.local_month",
                parameters,
                row -> {
                    found.put(
                            row.getLong("id") + " " + row.getInt("of_year") + "-" + row.getInt("local_month"),
                            row.getInt("incidents"));
                });
        return found;
    }

    /** Incidents of each day and hour in any of the units. */
    Map<String, Integer> byHour(AccountView account, List<Long> unitIds, IncidentCounts.Question question) {
        Map<String, Object> parameters = counts.parameters(account, question);
        parameters.put("unitIds", unitIds);
        Map<String, Integer> found = new TreeMap<>();
        jdbc.query(
                "select i.local_date, i.local_hour, i.occurred_until from incident i where exists (select 1"
                        + " from incident_placement p where p.incident_id = i.id and p.unit_id in (:unitIds))"
                        + IncidentCounts.PERIOD_AND_SCOPE,
                parameters,
                row -> {
                    String hour = row.getObject("local_date", LocalDate.class) + " " + row.getInt("local_hour") + " "
                            + (row.getObject("occurred_until") == null);
                    found.merge(hour, 1, Integer::sum);
                });
        return found;
    }

    private static String within(Ground ground, Map<String, Object> parameters) {
        if (ground == null) {
            return "";
        }
        parameters.putAll(WithinGround.parameters(ground));
        return " and " + WithinGround.SQL_CONDITION;
    }

    private Map<Long, Integer> counts(String sql, Map<String, Object> parameters) {
        Map<Long, Integer> found = new HashMap<>();
        jdbc.query(sql, parameters, row -> {
            found.put(row.getLong("id"), row.getInt("incidents"));
        });
        return found;
    }
}
