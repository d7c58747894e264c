package app.regulars.account;

import app.regulars.platform.identity.SignedIn;
import app.regulars.platform.security.CurrentUser;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** Whoever signed in, as Spring Security keeps it in the session. Carries no password. */
class AccountUser implements UserDetails, CurrentUser.Principal {

    private static final long serialVersionUID = 1L;

    private final SignedIn signedIn;
    private final List<SimpleGrantedAuthority> authorities;

    AccountUser(SignedIn signedIn, Set<String> roles) {
        this.signedIn = signedIn;
        this.authorities = roles.stream().sorted().map(role -> new SimpleGrantedAuthority("ROLE_" + role)).toList();
    }

    @Override
    public SignedIn signedIn() {
        return signedIn;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return authorities;
    }

    @Override
    public String getPassword() {
        return null;
    }

    @Override
    public String getUsername() {
        return signedIn.email();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AccountUser user && user.signedIn.accountId().equals(signedIn.accountId());
    }

    @Override
    public int hashCode() {
        return signedIn.accountId().hashCode();
    }

    @Override
    public String toString() {
        return signedIn.toString();
    }
}
