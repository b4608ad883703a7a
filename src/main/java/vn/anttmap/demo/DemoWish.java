package vn.anttmap.demo;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;
import vn.anttmap.access.Installation;

/** What was asked for with {@code anttmap.demo} and {@code anttmap.demo-remove}, and what that means here. */
@Component
public class DemoWish {

    private final @Nullable Boolean asked;
    private final boolean removal;
    private final Installation installation;
    private final DataSource dataSource;

    DemoWish(
            @Value("${anttmap.demo:#{null}}") @Nullable Boolean asked,
            @Value("${anttmap.demo-remove:false}") boolean removal,
            Installation installation,
            DataSource dataSource) {
        this.asked = asked;
        this.removal = removal;
        this.installation = installation;
        this.dataSource = dataSource;
    }

    /** Whether this start loads the demonstration: asked for, or an embedded database that is new. */
    public boolean loads() {
        return installation.fresh() && !removal && (asked != null ? asked : embedded());
    }

    boolean refusesDemo() {
        return Boolean.FALSE.equals(asked);
    }

    boolean removes() {
        return removal;
    }

    private boolean embedded() {
        try {
            String url = JdbcUtils.extractDatabaseMetaData(dataSource, metaData -> metaData.getURL());
            return DatabaseDriver.fromJdbcUrl(url) == DatabaseDriver.H2;
        } catch (MetaDataAccessException e) {
            throw new IllegalStateException("the database does not tell its address", e);
        }
    }
}
