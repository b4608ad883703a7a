package vn.anttmap.status;

import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.env.Environment;

/** Puts the watch before the pool of connections, where {@code anttmap.status.slow-query} asks for one. */
@Configuration(proxyBeanMethods = false)
class SlowStatementsConfiguration {

    /** Before the settings' own bean: what is processed needs its processor first. */
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static SlowStatements slowStatements(Environment environment) {
        return new SlowStatements(Binder.get(environment)
                .bind("anttmap.status.slow-query", java.time.Duration.class)
                .orElse(java.time.Duration.ZERO));
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static BeanPostProcessor slowStatementsWatch(SlowStatements slow) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String beanName) {
                return slow.watches() && bean instanceof DataSource source ? slow.watch(source) : bean;
            }
        };
    }

    @Bean
    StatusPart slowStatementsPart(SlowStatements slow) {
        return new StatusPart() {
            @Override
            public String key() {
                return "slow-queries";
            }

            @Override
            public StatusReport report() {
                return slow.watches()
                        ? StatusReport.of(StatusReport.State.OK)
                                .with("slow-queries", slow.count(), slow.limit().toMillis())
                        : StatusReport.of(StatusReport.State.OK).with("slow-queries-off");
            }
        };
    }
}
