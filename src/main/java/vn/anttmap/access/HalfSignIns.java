package vn.anttmap.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps half sign-ins for some minutes, by the secret of the browser's cookie, so that any node can take the code. */
@Component
public class HalfSignIns {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final SignInCookie cookie;
    private final Clock clock;

    HalfSignIns(JdbcClient jdbc, SignInCookie cookie, Clock clock) {
        this.jdbc = jdbc;
        this.cookie = cookie;
        this.clock = clock;
    }

    /** The code has to come with another secret than the one with which the password came. */
    @Transactional
    void keep(HalfSignIn half, HttpServletRequest request, HttpServletResponse response) {
        OffsetDateTime now = now();
        jdbc.sql("delete from half_sign_in where begun_at < ?")
                .param(now.minus(PATIENCE))
                .update();
        jdbc.sql("insert into half_sign_in (secret_hash, username, password_mark, by_provider, begun_at)"
                        + " values (?, ?, ?, ?, ?)")
                .params(
                        Secrets.hash(cookie.give(request, response)),
                        half.username(),
                        half.passwordMark(),
                        half.byProvider(),
                        now)
                .update();
    }

    /** The one of this browser, if it is not too old. */
    public Optional<HalfSignIn> find(HttpServletRequest request) {
        return Optional.ofNullable(cookie.read(request))
                .flatMap(secret -> jdbc.sql("select username, password_mark, by_provider from half_sign_in"
                                + " where secret_hash = ? and begun_at > ?")
                        .params(Secrets.hash(secret), now().minus(PATIENCE))
                        .query((row, number) -> new HalfSignIn(
                                row.getString("username"),
                                row.getString("password_mark"),
                                row.getBoolean("by_provider")))
                        .optional());
    }

    void forget(HttpServletRequest request) {
        String secret = cookie.read(request);
        if (secret != null) {
            jdbc.sql("delete from half_sign_in where secret_hash = ?")
                    .param(Secrets.hash(secret))
                    .update();
        }
    }

    private OffsetDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
