package vn.anttmap.access;

import org.springframework.stereotype.Component;

/** Who may still sign in with a password, where there is an identity provider. */
@Component
class ProviderUse {

    private final ProviderSettings settings;
    private final ProviderLinks links;

    ProviderUse(ProviderSettings settings, ProviderLinks links) {
        this.settings = settings;
        this.links = links;
    }

    /** Asked after the password was right, so that nobody else learns who is linked. */
    void requirePasswordAllowed(String username) {
        if (settings.isSet()
                && settings.passwords() == ProviderSettings.Passwords.UNLINKED
                && links.isLinked(username)) {
            throw new ProviderRefusedException(ProviderRefusal.NEEDED, "the account signs in by the provider");
        }
    }
}
