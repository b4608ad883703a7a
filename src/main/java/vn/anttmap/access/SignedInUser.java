package vn.anttmap.access;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** The signed-in account in Spring Security's terms. */
final class SignedInUser implements UserDetails, CredentialsContainer {

    private final String username;
    private final Role role;
    private final boolean enabled;
    private final List<GrantedAuthority> authorities;
    private @Nullable String passwordHash;

    SignedInUser(AccountStates.State account) {
        this.username = account.view().username();
        this.passwordHash = account.passwordHash();
        this.role = account.view().role();
        this.enabled = account.enabled();
        this.authorities = List.of(new SimpleGrantedAuthority("ROLE_" + role));
    }

    Role role() {
        return role;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return authorities;
    }

    @Override
    public @Nullable String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return username;
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public void eraseCredentials() {
        passwordHash = null;
    }
}
