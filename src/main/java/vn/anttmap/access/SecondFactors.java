package vn.anttmap.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.anttmap.node.RecentReads;

/** Second factors as they are stored: one secret for each account, and ten codes for the day on which the telephone is gone. */
@Component
public class SecondFactors {

    static final int RECOVERY_CODES = 10;

    private static final Logger LOG = LoggerFactory.getLogger(SecondFactors.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final AccountStates states;
    private final RecentReads recent;
    private final RecentReads.Table<String, Boolean> set;
    private final SecondFactorMode mode;
    private final SecretSeal seal;
    /** A code from so far ahead was accepted before the clock was set back: without this no code would be until then. */
    private static final long STEPS_OF_A_CLOCK_SET_BACK = 20;

    private final Clock clock;

    SecondFactors(JdbcClient jdbc, AccountStates states, RecentReads recent, AccessSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.states = states;
        this.recent = recent;
        this.set = recent.table();
        this.mode = settings.secondFactor();
        this.seal = new SecretSeal(settings.secondFactorKey());
        this.clock = clock;
    }

    SecondFactorMode mode() {
        return mode;
    }

    /** Whether the operator lets accounts have one. */
    public boolean offered() {
        return mode != SecondFactorMode.OFF;
    }

    /** Whether this account has to show one, after the password. */
    boolean asked(String username) {
        return offered() && isSet(username);
    }

    /** Whether this account has to set one up before anything else; not where the provider has asked for its own. */
    public boolean missing(String username) {
        return offered()
                && SignInWay.current() != SignInWay.PROVIDER_WITH_FACTOR
                && states.find(username)
                        .filter(state -> mode.requires(state.view().role()))
                        .isPresent()
                && !isSet(username);
    }

    private boolean isSet(String username) {
        return Boolean.TRUE.equals(set.get(
                username, name -> jdbc.sql("""
                        select count(*) from account_second_factor f join account a on a.id = f.account_id
                        where a.username = ? and f.confirmed_at is not null""").param(name).query(Integer.class).single() > 0));
    }

    /** @param recoveryCodesLeft that were not used yet */
    record Stored(Instant setAt, int recoveryCodesLeft) {}

    Optional<Stored> find(long accountId) {
        return jdbc.sql("""
                        select confirmed_at, (select count(*) from account_recovery_code c
                          where c.account_id = f.account_id and c.used_at is null) as codes
                        from account_second_factor f where account_id = ? and confirmed_at is not null""")
                .param(accountId)
                .query((row, number) -> new Stored(
                        row.getObject("confirmed_at", OffsetDateTime.class).toInstant(), row.getInt("codes")))
                .optional();
    }

    /** A secret that counts for nothing yet, in place of any such one from before. */
    byte[] begin(long accountId) {
        byte[] secret = new byte[Totp.SECRET_BYTES];
        RANDOM.nextBytes(secret);
        jdbc.sql("delete from account_second_factor where account_id = ? and confirmed_at is null")
                .param(accountId)
                .update();
        jdbc.sql("insert into account_second_factor (account_id, secret, created_at, last_step) values (?, ?, ?, -1)")
                .params(accountId, seal.seal(secret, accountId), now())
                .update();
        return secret;
    }

    /** @return whether there was a secret to confirm, and this is a code of it */
    boolean confirm(long accountId, String code) {
        OptionalLong step = secret(accountId, false)
                .map(secret -> Totp.find(secret, digits(code), clock.instant()))
                .orElse(OptionalLong.empty());
        recent.changed();
        return step.isPresent()
                && jdbc.sql("update account_second_factor set confirmed_at = ?, last_step = ?"
                                        + " where account_id = ? and confirmed_at is null")
                                .params(now(), step.getAsLong(), accountId)
                                .update()
                        > 0;
    }

    /** What was accepted in place of a second factor, if anything was. */
    enum Accepted {
        NOTHING,
        CODE,
        RECOVERY_CODE
    }

    /** A code is accepted once, on whichever node: the statement that notes it decides. */
    Accepted accept(long accountId, String typed) {
        String digits = digits(typed);
        if (digits.length() == Totp.DIGITS) {
            byte[] secret = secret(accountId, true).orElse(null);
            OptionalLong step = secret == null ? OptionalLong.empty() : Totp.find(secret, digits, clock.instant());
            boolean first = step.isPresent()
                    && jdbc.sql("update account_second_factor set last_step = ? where account_id = ?"
                                            + " and (last_step < ? or last_step > ?)")
                                    .params(
                                            step.getAsLong(),
                                            accountId,
                                            step.getAsLong(),
                                            step.getAsLong() + STEPS_OF_A_CLOCK_SET_BACK)
                                    .update()
                            > 0;
            return first ? Accepted.CODE : Accepted.NOTHING;
        }
        boolean first = jdbc.sql("update account_recovery_code set used_at = ?"
                                + " where account_id = ? and code_hash = ? and used_at is null")
                        .params(now(), accountId, recoveryHash(accountId, typed))
                        .update()
                > 0;
        return first ? Accepted.RECOVERY_CODE : Accepted.NOTHING;
    }

    /** Ten in place of those from before. */
    List<String> newRecoveryCodes(long accountId) {
        jdbc.sql("delete from account_recovery_code where account_id = ?")
                .param(accountId)
                .update();
        List<String> codes = new ArrayList<>(
                Stream.generate(Secrets::password).limit(RECOVERY_CODES).toList());
        for (String code : codes) {
            jdbc.sql("insert into account_recovery_code (account_id, code_hash) values (?, ?)")
                    .params(accountId, recoveryHash(accountId, code))
                    .update();
        }
        return codes;
    }

    /** @return whether there was one that counted */
    boolean remove(long accountId) {
        recent.changed();
        boolean counted = find(accountId).isPresent();
        jdbc.sql("delete from account_recovery_code where account_id = ?")
                .param(accountId)
                .update();
        jdbc.sql("delete from account_second_factor where account_id = ?")
                .param(accountId)
                .update();
        return counted;
    }

    private Optional<byte[]> secret(long accountId, boolean confirmed) {
        return jdbc.sql("select secret from account_second_factor where account_id = ? and confirmed_at is "
                        + (confirmed ? "not null" : "null"))
                .param(accountId)
                .query(String.class)
                .optional()
                .flatMap(stored -> open(stored, accountId));
    }

    /** Empty where the key of the settings does not open it: then no code fits, and recovery codes still do. */
    private Optional<byte[]> open(String stored, long accountId) {
        byte[] secret;
        try {
            secret = seal.open(stored, accountId);
        } catch (IllegalStateException e) {
            LOG.error("The second factor of account {} cannot be checked: {}", accountId, e.getMessage());
            return Optional.empty();
        }
        if (!seal.upToDate(stored)) {
            jdbc.sql("update account_second_factor set secret = ? where account_id = ? and secret = ?")
                    .params(seal.seal(secret, accountId), accountId, stored)
                    .update();
        }
        return Optional.of(secret);
    }

    /** As apps show them, "123 456". */
    private static String digits(String typed) {
        String digits = typed.replaceAll("\\s", "");
        return digits.matches("[0-9]{6}") ? digits : "";
    }

    /** Nobody guesses 79 bits; spaces and capitals are a person's. */
    private static String recoveryHash(long accountId, String typed) {
        return Secrets.hash("recovery " + accountId + " "
                + typed.strip().toLowerCase(Locale.ROOT).replaceAll("\\s", ""));
    }

    private OffsetDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    /** @return in groups of four, to be typed where nothing can look at the picture */
    static String readable(byte[] secret) {
        return Totp.base32(secret).replaceAll("(.{4})(?!$)", "$1 ");
    }

    /** What the picture says to the app. */
    static String uri(String username, byte[] secret) {
        String name = URLEncoder.encode(username, StandardCharsets.UTF_8).replace("+", "%20");
        return "otpauth://totp/ANTT%20Map:" + name + "?secret=" + Totp.base32(secret)
                + "&issuer=ANTT%20Map&algorithm=SHA1&digits=6&period=30";
    }
}
