package vn.anttmap.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.anttmap.access.AccountWritten.Change;

/**
 * Which account somebody is who comes from the identity provider. Accounts with their roles and territories are an
 * administrator's; nothing in a token gives rights.
 */
@Component
class ProviderAccounts {

    private static final String SUBJECT_NAMES = "name";
    private static final int LONGEST_NAME = 100;

    private final ProviderSettings settings;
    private final ProviderLinks links;
    private final AccountStates states;
    private final AccountRepository accounts;
    private final SecondFactors factors;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    ProviderAccounts(
            ProviderSettings settings,
            ProviderLinks links,
            AccountStates states,
            AccountRepository accounts,
            SecondFactors factors,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events) {
        this.settings = settings;
        this.links = links;
        this.states = states;
        this.accounts = accounts;
        this.factors = factors;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
    }

    /**
     * @param claims of the token
     * @param more what the provider tells besides, when it is asked
     */
    record Person(String issuer, String subject, Map<String, Object> claims, Supplier<Map<String, Object>> more) {}

    /** @throws ProviderRefusedException if nobody here is that person @throws SecondFactorException if a code is to come */
    Authentication signIn(Person person) {
        String username = links.username(person.issuer(), person.subject())
                .or(() -> linkByName(person))
                .orElseThrow(() -> stranger(person));
        AccountStates.State state = states.find(username)
                .orElseThrow(() -> new ProviderRefusedException(ProviderRefusal.UNLINKED, "the account is gone"));
        if (!state.enabled()) {
            events.publishEvent(new SignInFailed(username, true));
            throw new ProviderRefusedException(ProviderRefusal.OFF, "the account is switched off");
        }
        boolean factorThere = countsAsSecondFactor(person.claims());
        if (!factorThere && factors.asked(username)) {
            throw new SecondFactorException(HalfSignIn.of(username, state.passwordHash(), true));
        }
        SignedInUser user = new SignedInUser(state);
        user.eraseCredentials();
        events.publishEvent(new SignedIn(username, user.role(), SignedIn.By.PROVIDER));
        SignInWay way = factorThere ? SignInWay.PROVIDER_WITH_FACTOR : SignInWay.PROVIDER;
        return UsernamePasswordAuthenticationToken.authenticated(user, null, way.with(user.getAuthorities()));
    }

    boolean countsAsSecondFactor(Map<String, Object> claims) {
        return switch (settings.secondFactor()) {
            case OWN -> false;
            case PROVIDER -> true;
            case CLAIMED -> {
                List<Object> said = new ArrayList<>();
                said.add(claims.get("acr"));
                if (claims.get("amr") instanceof Collection<?> methods) {
                    said.addAll(methods);
                }
                yield settings.secondFactorValues().stream().anyMatch(said::contains);
            }
        };
    }

    /**
     * An account that never was linked, at the first sign-in of somebody with exactly its name. Never an administrator's: where
     * people choose their names themselves, one of them would choose that.
     */
    private Optional<String> linkByName(Person person) {
        if (!settings.linkByName()) {
            return Optional.empty();
        }
        return name(person)
                .flatMap(name -> transaction.execute(status -> {
                    // Of two at once the second sees what the first has done; administrators who link wait here, too.
                    jdbc.sql("select id from installation for update")
                            .query(Integer.class)
                            .list();
                    Optional<Account> account = accounts.findByUsername(name)
                            .filter(Account::enabled)
                            .filter(found -> found.role() != Role.ADMINISTRATOR && !found.demonstration())
                            .filter(found -> !links.everLinked(found.view().id()));
                    if (links.username(person.issuer(), person.subject()).isPresent()) {
                        return links.username(person.issuer(), person.subject());
                    }
                    account.ifPresent(found -> {
                        AccountView view = found.view();
                        links.link(view.id(), person.issuer(), person.subject(), true);
                        events.publishEvent(new AccountWritten(
                                view,
                                view.username(),
                                Change.PROVIDER_LINKED,
                                "by=name; subject=" + ProviderLinking.encoded(person.subject())));
                    });
                    return account.map(Account::username);
                }));
    }

    /** What is to be the account's name; an address of mail only if the provider has checked it. */
    private Optional<String> name(Person person) {
        String claim = settings.nameClaim();
        Map<String, Object> claims = person.claims().containsKey(claim)
                ? person.claims()
                : person.more().get();
        boolean checked = !claim.equals("email")
                || String.valueOf(claims.get("email_verified")).equals("true");
        return checked && claims.get(claim) instanceof String name ? Optional.of(name) : Optional.empty();
    }

    private ProviderRefusedException stranger(Person person) {
        events.publishEvent(new SignInWithoutAccount(
                person.subject(), shortened(person.claims().get(SUBJECT_NAMES))));
        return new ProviderRefusedException(ProviderRefusal.UNLINKED, "no account is linked to that person");
    }

    private static @Nullable String shortened(@Nullable Object name) {
        return name instanceof String text ? text.substring(0, Math.min(LONGEST_NAME, text.length())) : null;
    }
}
