package vn.anttmap.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.anttmap.testing.ServiceProcess;
import vn.anttmap.testing.TestDatabase;

/**
 * Kill -9 right after an acknowledged mark, on the embedded database. {@code -Dantt.kill.rounds=50} for more than the 5
 * rounds of every run.
 */
class KilledServiceTests {

    static final int ROUNDS = Integer.getInteger("antt.kill.rounds", 5);

    /** One database for all rounds, so that each of them also asks for what was acknowledged in the rounds before. */
    @Test
    void losesNoAcknowledgedMarkAndOpensAgain() {
        Random random = new Random(20190815);
        try (ServiceProcess service = ServiceProcess.on(TestDatabase.newH2gis())
                .with("anttmap.demo", "true")
                .start()) {
            KilledService officers = new KilledService(service);
            for (int round = 1; round <= ROUNDS; round++) {
                officers.writeUntil(5 + random.nextInt(30), service::kill9);
                service.restart();
                officers.assertNothingIsLost();
            }

            assertThat(officers.acknowledged()).isGreaterThanOrEqualTo(3 * ROUNDS);
            assertThat(service.log().split("loading the demonstration data", -1))
                    .as("the demonstration is loaded once, not again at each start")
                    .hasSize(2);
        }
    }
}
