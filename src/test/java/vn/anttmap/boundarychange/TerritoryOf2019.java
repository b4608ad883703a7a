package vn.anttmap.boundarychange;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes the demonstration back to the summer of 2019: what came later is for the tests to bring about. */
public final class TerritoryOf2019 {

    private static final String LATER = "(select id from territorial_unit where valid_from is not null"
            + " and (level = 'COMMUNE' or level = 'RESIDENTIAL_AREA'))";
    private static final String ASSESSMENTS = "(select id from safety_assessment where unit_id in " + LATER + ")";

    private TerritoryOf2019() {}

    /** Once for each database; what a test stores, it takes back. */
    public static void restore(JdbcClient jdbc) {
        boolean later = jdbc.sql("select count(*) from territorial_unit where unit_key = 'commune-15469-2025'")
                        .query(Long.class)
                        .single()
                > 0;
        if (later) {
            takeAway(jdbc);
        }
    }

    private static void takeAway(JdbcClient jdbc) {
        List.of(
                        "delete from incident_placement where unit_id in " + LATER,
                        "delete from incident_placement_past where unit_id in " + LATER,
                        "delete from safety_assessment_step where assessment_id in " + ASSESSMENTS,
                        "delete from safety_assessment where unit_id in " + LATER,
                        "delete from unit_succession where successor_id in " + LATER,
                        "delete from unit_population where unit_id in " + LATER,
                        "delete from territorial_unit where level = 'RESIDENTIAL_AREA' and id in " + LATER,
                        "delete from territorial_unit where id in " + LATER,
                        "update territorial_unit set valid_to = null where level = 'COMMUNE' or level = 'RESIDENTIAL_AREA'",
                        "insert into incident_count_change (month_begin, changed_at) values (null, current_timestamp)",
                        "update territory_state set revision = revision + 1")
                .forEach(statement -> jdbc.sql(statement).update());
    }
}
