package vn.anttmap.testing;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.access.Role;
import vn.anttmap.geo.Wgs84;

/**
 * A contract on the demonstration data. All of them share one Spring context and database for each kind of database, so
 * nothing they write may stay: marks and assessments of accounts made here, and covered periods with {@link #SOURCE} as
 * source, are removed after each test. They write outside 2017 to 2019, the years whose figures are tested.
 */
@SpringBootTest(properties = "anttmap.demo=true")
public abstract class DemoDataContract {

    /** Source of what a test adds to the register's coverage. */
    protected static final String SOURCE = "contract";

    /** Thị trấn Quán Lào in its three extents. */
    protected static final String OLD_TOWN = "commune-15394-2019";

    protected static final String NEW_TOWN = "commune-15469-2020";
    protected static final String XA_YEN_DINH = "commune-15469-2025";

    protected static final String HUYEN_YEN_DINH = "district-394";
    protected static final String HUYEN_TRA_LINH = "district-046";

    private static final String NAME = "contract-";
    private static final String MARKS = "(select id from incident where created_by like '" + NAME + "%')";
    private static final String ASSESSMENTS =
            "(select id from safety_assessment where recorded_by like '" + NAME + "%')";

    /** To be executed after a change of incidents that went past the service: figures are counted from copies in memory. */
    protected static final String COUNT_AGAIN =
            "insert into incident_count_change (month_begin, changed_at) values (null, current_timestamp)";

    @Autowired
    protected JdbcTemplate jdbc;

    @AfterEach
    protected void removeWhatWasWritten() {
        List.of(
                        "delete from incident_placement where incident_id in " + MARKS,
                        "delete from incident_road where incident_id in " + MARKS,
                        "delete from incident_history where id in " + MARKS,
                        "delete from incident_photo where incident_id in " + MARKS,
                        "delete from incident where id in " + MARKS,
                        COUNT_AGAIN,
                        "delete from safety_assessment_step where assessment_id in " + ASSESSMENTS,
                        "delete from safety_assessment where id in " + ASSESSMENTS,
                        "delete from register_coverage where source = '" + SOURCE + "'")
                .forEach(jdbc::execute);
    }

    /** The id of a unit by its key in gis-data. */
    protected long unit(String key) {
        return id("select id from territorial_unit where unit_key = ?", key);
    }

    /** The id of a road segment by its key in gis-data. */
    protected long road(String key) {
        return id("select id from road_segment where segment_key = ?", key);
    }

    private long id(String sql, String key) {
        return jdbc.queryForObject(sql, Long.class, key);
    }

    protected String keyOf(long unitId) {
        return jdbc.queryForObject("select unit_key from territorial_unit where id = ?", String.class, unitId);
    }

    /** The boundary of a unit, EPSG:4326. */
    protected Geometry boundary(String key) {
        String wkt = jdbc.queryForObject(
                "select ST_AsText(boundary) from territorial_unit where unit_key = ?", String.class, key);
        try {
            return new WKTReader(Wgs84.FACTORY).read(wkt);
        } catch (ParseException e) {
            throw new IllegalStateException("the database wrote no WKT", e);
        }
    }

    /** A point well inside a unit. */
    protected Point inside(String key) {
        return boundary(key).getInteriorPoint();
    }

    protected AccountView officer(String name, String... unitKeys) {
        return account(name, Role.OFFICER, Set.of(), unitKeys);
    }

    /** An officer with the extra right to restricted categories. */
    protected AccountView officerForRestricted(String name, String... unitKeys) {
        return account(name, Role.OFFICER, Set.of(Right.SEE_RESTRICTED_CATEGORIES), unitKeys);
    }

    protected AccountView leader(String... unitKeys) {
        return account("leader", Role.LEADER, Set.of(), unitKeys);
    }

    protected AccountView planner(String... unitKeys) {
        return account("planner", Role.PLANNER, Set.of(), unitKeys);
    }

    /** An account as the modules get it; it needs no row, since nobody signs in with it. */
    protected AccountView account(String name, Role role, Set<Right> extraRights, String... unitKeys) {
        List<Long> named = Arrays.stream(unitKeys).map(this::unit).toList();
        return new AccountView(0, NAME + name, name, role, extraRights, named, false);
    }
}
