package vn.anttmap.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;

/** The least that both databases must do the same before anything can be built on them. */
@SpringBootTest
abstract class DatabaseUnderTestContract {

    @Autowired
    JdbcTemplate jdbc;

    @Value("${anttmap.demo}")
    boolean demo;

    @BeforeEach
    void makeATable() {
        loadSpatialFunctions();
        jdbc.execute("create table place_of_this_test (id integer primary key, position geometry(Point, 4326))");
    }

    @AfterEach
    void dropTheTable() {
        jdbc.execute("drop table place_of_this_test");
    }

    /** What the database needs before the first spatial SQL. */
    void loadSpatialFunctions() {}

    @Test
    void answers() {
        assertThat(jdbc.queryForObject("select 1", Integer.class)).isEqualTo(1);
    }

    @Test
    void keepsAPointWithLongitudeFirstAndItsReferenceSystem() {
        jdbc.update("insert into place_of_this_test values (1, ST_GeomFromText('POINT (105.64 19.97)', 4326))");

        String read = jdbc.queryForObject(
                "select ST_SRID(position) || ' ' || ST_X(position) || ' ' || ST_Y(position) from place_of_this_test",
                String.class);

        assertThat(read).isEqualTo("4326 105.64 19.97");
    }

    @Test
    void leavesTheDemoDataOut() {
        assertThat(demo).isFalse();
    }
}
