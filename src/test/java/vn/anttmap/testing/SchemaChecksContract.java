package vn.anttmap.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The checks of the schema hold for every connection, also once the one that made them is closed, which in a service is
 * half an hour after its first start. H2 2.4.240 refuses every row for a check that holds {@code in (...)} then.
 */
@SpringBootTest
abstract class SchemaChecksContract {

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    DataSource dataSource;

    @BeforeEach
    void closeTheConnectionsThatMadeTheSchema() throws Exception {
        HikariDataSource pool = dataSource.unwrap(HikariDataSource.class);
        List<Connection> all = new ArrayList<>();
        for (int taken = 0; taken < pool.getHikariPoolMXBean().getTotalConnections(); taken++) {
            all.add(pool.getConnection());
        }
        for (Connection connection : all) {
            Connection physical = connection.unwrap(Connection.class);
            pool.evictConnection(connection);
            // The pool closes it on a thread of its own.
            while (!physical.isClosed()) {
                Thread.sleep(10);
            }
        }
    }

    @Test
    void takesEveryRoleThatIsKnownAndNoOther() {
        for (String role : new String[] {"LEADER", "OFFICER", "PLANNER", "ADMINISTRATOR"}) {
            assertThat(insertAccount(role)).isEqualTo(1);
        }
        assertThatThrownBy(() -> insertAccount("KING"))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("account_role_known");
    }

    @Test
    void takesEveryStateOfATableThatIsKnownAndNoOther() {
        for (String state : new String[] {"LOOKED_AT", "STORED", "TAKEN_BACK"}) {
            assertThat(insertTable(state)).isEqualTo(1);
        }
        assertThatThrownBy(() -> insertTable("LOST"))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("incident_table_state_known");
    }

    @Test
    void noCheckIsOfTheKindThatNeedsTheConnectionThatMadeIt() {
        assertThat(jdbc.queryForList("""
                                select constraint_name from information_schema.check_constraints
                                where lower(constraint_schema) = 'public'
                                    and (lower(check_clause) like '% in(%' or lower(check_clause) like '% in (%')
                                """, String.class)).isEmpty();
    }

    private int insertAccount(String role) {
        String name = "check-" + UUID.randomUUID();
        try {
            return jdbc.update("""
                    insert into account (created_at, demonstration, display_name, enabled, must_change_password,
                                         password_hash, role, username, whole_country)
                    values (?, false, 'Thử', true, false, 'none', ?, ?, false)
                    """, OffsetDateTime.parse("2019-08-15T00:00:00Z"), role, name);
        } finally {
            jdbc.update("delete from account where username = ?", name);
        }
    }

    private int insertTable(String state) {
        UUID id = UUID.randomUUID();
        try {
            return jdbc.update("""
                    insert into incident_table (id, created_by, created_at, file_name, state, row_numbers)
                    values (?, 'officer', ?, 'bang.csv', ?, '1')
                    """, id, OffsetDateTime.parse("2019-08-15T00:00:00Z"), state);
        } finally {
            jdbc.update("delete from incident_table where id = ?", id);
        }
    }
}
