package vn.anttmap.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.anttmap.testing.ServiceProcess;
import vn.anttmap.testing.TestDatabase;

/**
 * Kill -9 right after an acknowledged mark, on the embedded database. {@code -Dantt.kill.rounds=50} for more than the one
 * round of every run; {@code KilledAtWorkTests} kills while others are at work, too.
 */
class KilledServiceTests {

    static final int ROUNDS = Integer.getInteger("antt.kill.rounds", 1);

    /** One database for all rounds; what a round lost would still be missing after the last. */
    @Test
    void losesNoAcknowledgedMarkAndOpensAgain() {
        Random random = new Random(20190815);
        try (ServiceProcess service = ServiceProcess.on(TestDatabase.newH2gis())
                .with("anttmap.demo", "true")
                .start()) {
            KilledService officers = new KilledService(service);
            for (int round = 1; round <= ROUNDS; round++) {
                long killed = service.pid();
                officers.writeUntil(5 + random.nextInt(30), service::kill9);
                assertThatThrownBy(() -> service.anonymous().get("/actuator/health"))
                        .isInstanceOf(UncheckedIOException.class);
                service.restart();
                assertThat(service.pid()).isNotEqualTo(killed);
            }

            officers.assertNothingIsLost();
            assertThat(officers.acknowledged()).isGreaterThanOrEqualTo(3 * ROUNDS);
            assertThat(service.log().split("loading the demonstration data", -1))
                    .as("the demonstration is loaded once, not again at each start")
                    .hasSize(2);
        }
    }
}
