package vn.anttmap.demo;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Takes the demonstration out again: every synthetic record, all that demo accounts marked, wrote, drew, imported and changed,
 * and the accounts. Real boundaries stay, and so does what others recorded; where that hangs on what goes, nothing is removed.
 * The audit trail, the service's own settings and their histories stay as they are.
 */
@Component
class DemoRemoval {

    static final String DEMO_ACCOUNTS = "(select username from account where demonstration = true)";
    static final String DEMO_UNITS = "(select id from territorial_unit where synthetic = true)";
    private static final String DEMO_INCIDENTS =
            "(select id from incident where synthetic = true or created_by in " + DEMO_ACCOUNTS + ")";
    private static final String DEMO_ASSESSMENTS =
            "(select id from safety_assessment where synthetic = true or recorded_by in " + DEMO_ACCOUNTS
                    + " or unit_id in " + DEMO_UNITS + ")";
    private static final String DEMO_TEXTS = "(select t.id from report_text t where t.unit_id in " + DEMO_UNITS
            + " or exists (select 1 from report_text_version v where v.report_text_id = t.id and v.recorded_by in "
            + DEMO_ACCOUNTS + "))";
    private static final String DEMO_ENTRIES =
            "(select id from movement_entry where created_by = 'gis-data' or synthetic = true or created_by in "
                    + DEMO_ACCOUNTS + " or unit_id in " + DEMO_UNITS + ")";
    private static final String DEMO_TEAMS = "(select id from security_team where synthetic = true or area_id in "
            + DEMO_UNITS + " or changed_by in " + DEMO_ACCOUNTS + ")";

    /** In the order that foreign keys ask for. Incidents go last of all that names them. */
    private static final List<String> BEFORE_BOUNDARIES = List.of(
            "delete from report_text_section where report_text_id in " + DEMO_TEXTS,
            "delete from report_text_version where report_text_id in " + DEMO_TEXTS,
            "delete from report_text where unit_id in " + DEMO_UNITS
                    + " or not exists (select 1 from report_text_version v where v.report_text_id = report_text.id)",
            "delete from decision_criterion where step_id in (select id from safety_assessment_step where assessment_id in "
                    + DEMO_ASSESSMENTS + ")",
            "delete from criterion_judgement where assessment_id in " + DEMO_ASSESSMENTS,
            "delete from assessment_document where assessment_id in " + DEMO_ASSESSMENTS,
            "delete from safety_assessment_step where assessment_id in " + DEMO_ASSESSMENTS,
            "delete from safety_assessment where id in " + DEMO_ASSESSMENTS,
            "delete from organization_status where recorded_by in " + DEMO_ACCOUNTS,
            "delete from assessed_organization where changed_by in " + DEMO_ACCOUNTS + " or commune_unit_id in "
                    + DEMO_UNITS,
            "delete from incident_submission where username in " + DEMO_ACCOUNTS + " or incident_id in "
                    + DEMO_INCIDENTS,
            "delete from incident_placement where incident_id in " + DEMO_INCIDENTS,
            "delete from incident_road where incident_id in " + DEMO_INCIDENTS,
            "delete from incident_photo where incident_id in " + DEMO_INCIDENTS,
            "delete from incident_history where id in " + DEMO_INCIDENTS,
            "delete from incident where id in " + DEMO_INCIDENTS,
            "delete from incident_table where created_by in " + DEMO_ACCOUNTS,
            "delete from movement_entry_history where id in " + DEMO_ENTRIES,
            "delete from movement_entry where id in " + DEMO_ENTRIES,
            "delete from security_team where id in " + DEMO_TEAMS,
            // The demo's covered periods go whole: without its incidents they would claim a complete, empty register.
            "delete from register_coverage",
            "delete from account_jurisdiction where account_id in (select id from account where demonstration = true)");

    private static final List<String> AFTER_BOUNDARIES = List.of(
            "delete from incident_placement where unit_id in " + DEMO_UNITS,
            "delete from incident_road where road_segment_id in (select id from road_segment where synthetic = true)",
            "update road_segment set follows_id = null where follows_id in"
                    + " (select id from road_segment where synthetic = true)",
            "delete from road_segment where synthetic = true",
            "delete from unit_succession where predecessor_id in " + DEMO_UNITS + " or successor_id in " + DEMO_UNITS,
            "delete from unit_population where unit_id in " + DEMO_UNITS,
            "delete from territorial_unit where synthetic = true",
            "delete from changeset where username in " + DEMO_ACCOUNTS
                    + " and id not in (select changeset_id from incident_history)"
                    + " and id not in (select changeset_id from movement_entry_history)"
                    + " and id not in (select changeset_id from criterion_history)",
            "delete from failed_sign_in where username in " + DEMO_ACCOUNTS,
            // Sign-ins and codes go with it.
            "delete from account where demonstration = true",
            "insert into incident_count_change (month_begin, changed_at) values (null, current_timestamp)",
            "update territory_state set revision = revision + 1 where id = 1",
            "update installation set demo = false where id = 1");

    private final JdbcTemplate jdbc;
    private final DemoBoundaries boundaries;
    private final RealRecords realRecords;

    DemoRemoval(JdbcTemplate jdbc, DemoBoundaries boundaries, RealRecords realRecords) {
        this.jdbc = jdbc;
        this.boundaries = boundaries;
        this.realRecords = realRecords;
    }

    /**
     * To be called in a transaction.
     *
     * @throws RealRecordsOnDemoException if others recorded something that would be left without its unit
     */
    void remove() {
        boundaries.markAsDemo();
        List<String> hanging = realRecords.onDemoUnits();
        if (!hanging.isEmpty()) {
            throw new RealRecordsOnDemoException(hanging);
        }
        BEFORE_BOUNDARIES.forEach(jdbc::execute);
        boundaries.takeBack();
        AFTER_BOUNDARIES.forEach(jdbc::execute);
    }
}
