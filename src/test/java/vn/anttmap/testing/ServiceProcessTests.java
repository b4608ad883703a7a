package vn.anttmap.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class ServiceProcessTests {

    @Test
    void comesBackOnTheSameAddressAfterItWasKilled() {
        try (ServiceProcess service = ServiceProcess.on(TestDatabase.newH2gis()).start()) {
            ServiceClient client = service.anonymous();
            long firstPid = service.pid();

            service.kill9();
            assertThatThrownBy(() -> client.get("/actuator/health")).isInstanceOf(UncheckedIOException.class);

            service.restart();
            assertThat(client.get("/actuator/health").statusCode()).isEqualTo(200);
            assertThat(service.pid()).isNotEqualTo(firstPid);
        }
    }

    @Test
    void showsTheLogOfAServiceThatCannotStart() {
        TestDatabase nowhere = new TestDatabase("jdbc:postgresql://127.0.0.1:1/none", "nobody", "");

        assertThatThrownBy(() -> ServiceProcess.on(nowhere).start())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Service ended")
                .hasMessageContaining("127.0.0.1:1");
    }
}
