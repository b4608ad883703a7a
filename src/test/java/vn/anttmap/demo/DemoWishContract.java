package vn.anttmap.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import vn.anttmap.node.Installation;

/** What {@code anttmap.demo} means on a new database and on one in use. */
@SpringBootTest
abstract class DemoWishContract {

    @Autowired
    Installation installation;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    /** Whether the database is the embedded one. */
    abstract boolean embedded();

    @Test
    void aNewDatabaseGetsTheDemonstrationWhenAskedForOrWhenItIsEmbedded() {
        onANewDatabase(() -> {
            assertThat(wish(true, false).loads()).isTrue();
            assertThat(wish(false, false).loads()).isFalse();
            assertThat(wish(null, false).loads()).isEqualTo(embedded());
        });
    }

    @Test
    void removingTheDemonstrationNeverLoadsIt() {
        onANewDatabase(() -> assertThat(wish(true, true).loads()).isFalse());
        assertThat(wish(true, true).removes()).isTrue();
    }

    @Test
    void aDatabaseInUseNeverGetsIt() {
        assertThat(installation.fresh()).isFalse();
        assertThat(wish(true, false).loads()).isFalse();
        assertThat(wish(null, false).loads()).isFalse();
    }

    @Test
    void onlyAnExplicitNoRefusesADatabaseThatHoldsIt() {
        assertThat(wish(false, false).refusesDemo()).isTrue();
        assertThat(wish(null, false).refusesDemo()).isFalse();
        assertThat(wish(true, false).refusesDemo()).isFalse();
    }

    private DemoWish wish(@Nullable Boolean asked, boolean removal) {
        return new DemoWish(asked, removal, installation);
    }

    /** Takes the mark of use away for the time of the check. */
    private void onANewDatabase(Runnable check) {
        transaction.executeWithoutResult(status -> {
            jdbc.update("delete from installation");
            check.run();
            status.setRollbackOnly();
        });
    }
}
