package vn.anttmap.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** That it comes back on the same address after it was killed is asked by those who kill it. */
class ServiceProcessTests {

    @Test
    void showsTheLogOfAServiceThatCannotStart() {
        TestDatabase nowhere = new TestDatabase("jdbc:postgresql://127.0.0.1:1/none", "nobody", "");

        assertThatThrownBy(() -> ServiceProcess.on(nowhere).start())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Service ended")
                .hasMessageContaining("127.0.0.1:1");
    }
}
