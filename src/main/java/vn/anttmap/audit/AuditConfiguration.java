package vn.anttmap.audit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.anttmap.node.Installation;

/** What differs between the two databases. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(AuditConfiguration.class);

    @Bean
    TransactionHorizon transactionHorizon(Installation installation, JdbcClient jdbc) {
        if (installation.embedded()) {
            return new InProcessHorizon();
        }
        boolean owner = jdbc.sql("""
                        select pg_has_role(current_user, relowner, 'MEMBER') from pg_class
                        where oid = cast('audit_entry' as regclass)""").query(Boolean.class).single();
        if (owner && !installation.demo()) {
            LOG.warn("The service's database role owns the audit trail and could alter it:"
                    + " see \"Two roles\" in docs/operations.md");
        }
        return new PostgresHorizon(jdbc);
    }
}
