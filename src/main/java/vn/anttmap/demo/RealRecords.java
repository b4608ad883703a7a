package vn.anttmap.demo;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What people with accounts of their own recorded for units that only the demonstration has. */
@Component
class RealRecords {

    private static final int MOST_TOLD = 30;
    private static final String UNITS = DemoRemoval.DEMO_UNITS;
    private static final String NOT_DEMO = " not in " + DemoRemoval.DEMO_ACCOUNTS;

    /** Each gives what, the unit and who. */
    private static final List<String> QUERIES = List.of(
            "select 'account' as what, u.full_name as unit, a.username as who from account_jurisdiction j"
                    + " join account a on a.id = j.account_id join territorial_unit u on u.id = j.unit_id"
                    + " where a.demonstration = false and j.unit_id in " + UNITS,
            "select 'incident put into the area by hand' as what, u.full_name as unit, i.created_by as who from incident i"
                    + " join territorial_unit u on u.id = i.assigned_area_id where i.synthetic = false and i.created_by"
                    + NOT_DEMO + " and i.assigned_area_id in " + UNITS,
            "select 'entry of the movement' as what, u.full_name as unit, e.created_by as who from movement_entry e"
                    + " join territorial_unit u on u.id = e.unit_id where e.synthetic = false and e.created_by <> 'gis-data'"
                    + " and e.created_by" + NOT_DEMO + " and e.unit_id in " + UNITS,
            "select 'security team' as what, u.full_name as unit, t.changed_by as who from security_team t"
                    + " join territorial_unit u on u.id = t.area_id where t.changed_by is not null and t.changed_by"
                    + NOT_DEMO + " and t.area_id in " + UNITS,
            "select 'report' as what, u.full_name as unit, v.recorded_by as who from report_text t"
                    + " join report_text_version v on v.report_text_id = t.id join territorial_unit u on u.id = t.unit_id"
                    + " where v.recorded_by" + NOT_DEMO + " and t.unit_id in " + UNITS,
            "select 'assessment' as what, u.full_name as unit, s.recorded_by as who from safety_assessment_step s"
                    + " join safety_assessment a on a.id = s.assessment_id join territorial_unit u on u.id = a.unit_id"
                    + " where s.synthetic = false and s.recorded_by <> 'gis-data' and s.recorded_by" + NOT_DEMO
                    + " and a.unit_id in " + UNITS,
            "select 'judgement of a criterion' as what, u.full_name as unit, j.judged_by as who from criterion_judgement j"
                    + " join safety_assessment a on a.id = j.assessment_id join territorial_unit u on u.id = a.unit_id"
                    + " where j.judged_by" + NOT_DEMO + " and a.unit_id in " + UNITS,
            "select 'document' as what, u.full_name as unit, d.added_by as who from assessment_document d"
                    + " join safety_assessment a on a.id = d.assessment_id join territorial_unit u on u.id = a.unit_id"
                    + " where d.added_by" + NOT_DEMO + " and a.unit_id in " + UNITS,
            "select 'organization' as what, u.full_name as unit, o.changed_by as who from assessed_organization o"
                    + " join territorial_unit u on u.id = o.commune_unit_id where o.changed_by" + NOT_DEMO
                    + " and o.commune_unit_id in " + UNITS,
            "select 'boundary that follows it' as what, u.full_name as unit, n.full_name as who from unit_succession s"
                    + " join territorial_unit u on u.id = s.predecessor_id join territorial_unit n on n.id = s.successor_id"
                    + " where n.synthetic = false and u.level = 'RESIDENTIAL_AREA' and s.predecessor_id in " + UNITS,
            "select 'part' as what, u.full_name as unit, p.full_name as who from territorial_unit p"
                    + " join territorial_unit u on u.id = p.parent_id where p.synthetic = false and p.parent_id in "
                    + UNITS);

    private final JdbcTemplate jdbc;

    RealRecords(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Such as "report on Khu phố 1 (nguyen-van-a)"; at most thirty. */
    List<String> onDemoUnits() {
        return QUERIES.stream()
                .flatMap(query -> jdbc
                        .query(
                                query,
                                (row, number) -> row.getString("what") + " on " + row.getString("unit") + " ("
                                        + row.getString("who") + ")")
                        .stream())
                .distinct()
                .limit(MOST_TOLD)
                .toList();
    }
}
