package app.regulars.account;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.SignedIn;
import app.regulars.platform.security.CurrentUser;
import java.time.Instant;
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
    private final boolean waiting;
    private final Instant provedAt;
    private final List<SimpleGrantedAuthority> authorities;

    /**
     * @param waiting  a second proof is still asked for: until then there are no roles
     * @param provedAt when a proof was given just now, or null
     */
    AccountUser(SignedIn signedIn, Set<String> roles, boolean waiting, Instant provedAt) {
        this.signedIn = signedIn;
        this.waiting = waiting;
        this.provedAt = provedAt;
        this.authorities = waiting ? List.of() : roles.stream().sorted().map(role -> new SimpleGrantedAuthority("ROLE_" + role)).toList();
    }

    AccountUser(AccountUser user) {
        this.signedIn = user.signedIn;
        this.waiting = user.waiting;
        this.provedAt = user.provedAt;
        this.authorities = user.authorities;
    }

    private AccountUser(SignedIn signedIn, AccountUser before) {
        this.signedIn = signedIn;
        this.waiting = before.waiting;
        this.provedAt = before.provedAt;
        this.authorities = before.authorities;
    }

    /** The same person with the same proof, for another customer. */
    AccountUser actingFor(CustomerId whom) {
        return new AccountUser(signedIn.actingFor(whom), this);
    }

    @Override
    public SignedIn signedIn() {
        return signedIn;
    }

    @Override
    public boolean isWaiting() {
        return waiting;
    }

    @Override
    public Instant provedAt() {
        return provedAt;
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
