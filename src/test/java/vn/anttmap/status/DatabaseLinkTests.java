package vn.anttmap.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseLinkTests {

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db.example.vn/antt, true",
        "jdbc:postgresql://db.example.vn:5432/antt?sslmode=require, true",
        "jdbc:postgresql://db.example.vn/antt?ApplicationName=x&sslmode=verify-full, false",
        "jdbc:postgresql://db.example.vn/antt?sslmode=verify-ca&targetServerType=primary, false",
        "'jdbc:postgresql://127.0.0.1:5432,10.1.2.3:5432/antt?targetServerType=primary', true",
        "'jdbc:postgresql://localhost:5432,[::1]:5433/antt', false",
        "jdbc:postgresql://LOCALHOST/antt, false",
        "jdbc:postgresql:///antt, false",
        "jdbc:postgresql:antt, false",
        "jdbc:h2:file:./data/anttmap, false"
    })
    void tellsALinkThatNobodyVerifies(String url, boolean unverified) {
        assertThat(DatabaseLink.isUnverified(url, new Properties())).isEqualTo(unverified);
    }

    @Test
    void takesTheModeThatIsSetBesideTheAddress() {
        Properties beside = new Properties();
        beside.setProperty("sslmode", "verify-full");

        assertThat(DatabaseLink.isUnverified("jdbc:postgresql://db.example.vn/antt", beside))
                .isFalse();
    }
}
