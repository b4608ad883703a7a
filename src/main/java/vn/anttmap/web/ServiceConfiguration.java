package vn.anttmap.web;

import java.time.Clock;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import vn.anttmap.demo.DemoWish;
import vn.anttmap.geo.CoordinateTransform;
import vn.anttmap.node.Installation;

/** The clock, the address that is listened on, and work that is better done before the first request. */
@Configuration(proxyBeanMethods = false)
@ConfigurationPropertiesScan("vn.anttmap")
class ServiceConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Demonstration accounts have known passwords: while they stand, only this machine may connect. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> demoStaysOnThisMachine(
            Installation installation, DemoWish wish, Environment environment) {
        return factory -> {
            if (environment.getProperty("server.address") == null && (installation.demo() || wish.loads())) {
                factory.setAddress(java.net.InetAddress.getLoopbackAddress());
            }
        };
    }

    /** Within the server's own valve for its errors, so that this one is asked first. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> refusalsAreProblems(ProblemWriter problems) {
        return factory -> factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ServerRefusalValve(problems)));
    }

    /** The projection library takes a while to load: in the background, before anyone asks. */
    @Bean
    ApplicationRunner referenceSystemsWarmUp() {
        return arguments -> {
            Thread thread = new Thread(CoordinateTransform::warmUp, "reference-systems");
            thread.setDaemon(true);
            thread.start();
        };
    }
}
