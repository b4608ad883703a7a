package vn.anttmap.demo;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Takes the demonstration out again: every synthetic record, every mark and assessment made by a demo account, and the
 * accounts. Real boundaries stay.
 */
@Component
class DemoRemoval {

    private static final String DEMO_ACCOUNTS = "(select username from account where demonstration = true)";
    private static final String DEMO_INCIDENTS =
            "(select id from incident where synthetic = true or created_by in " + DEMO_ACCOUNTS + ")";
    private static final String DEMO_ASSESSMENTS =
            "(select id from safety_assessment where synthetic = true or recorded_by in " + DEMO_ACCOUNTS
                    + " or unit_id in (select id from territorial_unit where synthetic = true))";
    private static final String SYNTHETIC_UNITS = "(select id from territorial_unit where synthetic = true)";
    private static final String DEMO_TEXTS = "(select t.id from report_text t where t.unit_id in " + SYNTHETIC_UNITS
            + " or exists (select 1 from report_text_version v where v.report_text_id = t.id and v.recorded_by in "
            + DEMO_ACCOUNTS + "))";

    private static final String DEMO_ENTRIES =
            "(select id from movement_entry where created_by = 'gis-data' or unit_id in " + SYNTHETIC_UNITS + ")";

    /** In the order that foreign keys ask for. Incidents go last of all that names them. */
    private static final List<String> STATEMENTS = List.of(
            "delete from report_text_section where report_text_id in " + DEMO_TEXTS,
            "delete from report_text_version where report_text_id in " + DEMO_TEXTS,
            "delete from report_text where unit_id in " + SYNTHETIC_UNITS
                    + " or not exists (select 1 from report_text_version v where v.report_text_id = report_text.id)",
            "delete from safety_assessment_step where assessment_id in " + DEMO_ASSESSMENTS,
            "delete from safety_assessment where id in " + DEMO_ASSESSMENTS,
            "delete from organization_status where recorded_by in " + DEMO_ACCOUNTS,
            "delete from assessed_organization where changed_by in " + DEMO_ACCOUNTS + " or commune_unit_id in "
                    + SYNTHETIC_UNITS,
            "delete from incident_placement where incident_id in " + DEMO_INCIDENTS,
            "delete from incident_road where incident_id in " + DEMO_INCIDENTS,
            "delete from incident_photo where incident_id in " + DEMO_INCIDENTS,
            "delete from incident_history where id in " + DEMO_INCIDENTS,
            "delete from incident where id in " + DEMO_INCIDENTS,
            "delete from incident_placement where unit_id in " + SYNTHETIC_UNITS,
            "update incident set assigned_area_id = null where assigned_area_id in " + SYNTHETIC_UNITS,
            "delete from incident_road where road_segment_id in (select id from road_segment where synthetic = true)",
            "delete from movement_entry_history where id in " + DEMO_ENTRIES,
            "delete from movement_entry where id in " + DEMO_ENTRIES,
            "delete from security_team where synthetic = true or area_id in " + SYNTHETIC_UNITS,
            "update road_segment set follows_id = null where follows_id in"
                    + " (select id from road_segment where synthetic = true)",
            "delete from road_segment where synthetic = true",
            // The demo's covered periods go whole: without its incidents they would claim a complete, empty register.
            "delete from register_coverage",
            "delete from account_jurisdiction where account_id in (select id from account where demonstration = true)"
                    + " or unit_id in " + SYNTHETIC_UNITS,
            "delete from account where demonstration = true",
            "delete from unit_succession where predecessor_id in " + SYNTHETIC_UNITS + " or successor_id in "
                    + SYNTHETIC_UNITS,
            "delete from territory_import_part where import_id in (select id from territory_import where unit_id in "
                    + SYNTHETIC_UNITS + ")",
            "delete from territory_import where unit_id in " + SYNTHETIC_UNITS,
            "delete from unit_population where unit_id in " + SYNTHETIC_UNITS,
            "delete from territorial_unit where synthetic = true",
            "insert into incident_count_change (month_begin, changed_at) values (null, current_timestamp)",
            "update territory_state set revision = revision + 1 where id = 1",
            "update installation set demo = false where id = 1");

    private final JdbcTemplate jdbc;

    DemoRemoval(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** To be called in a transaction. */
    void remove() {
        STATEMENTS.forEach(jdbc::execute);
    }
}
