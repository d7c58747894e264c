package app.regulars.account;

import app.regulars.platform.address.EmailAddress;
import app.regulars.platform.security.Proof;
import app.regulars.platform.security.RateLimits;
import app.regulars.platform.security.Secrets;
import app.regulars.platform.web.Origin;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;

/**
 * Signs in by address and password. Every refusal looks and takes the same: an unknown address costs a password hash as
 * well, and the delay after failures follows the address that was typed, not whether it is somebody's. A hash that was made with weaker
 * settings than today's is made anew.
 */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private final AccountRepository accounts;
    private final AccountUsers users;
    private final RateLimits limits;
    private final PasswordEncoder encoder;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Supplier<String> nobodysHash;

    PasswordSignIn(AccountRepository accounts, AccountUsers users, RateLimits limits, PasswordEncoder encoder, TransactionTemplate transaction, Clock clock) {
        this.accounts = accounts;
        this.users = users;
        this.limits = limits;
        this.encoder = encoder;
        this.transaction = transaction;
        this.clock = clock;
        this.nobodysHash = SingletonSupplier.of(() -> encoder.encode(Secrets.next()));
    }

    /** Refused for now, whoever it is. */
    static final class TryLater extends LockedException {

        private static final long serialVersionUID = 1L;
        private final Duration wait;

        TryLater(Duration wait) {
            super("too many tries");
            this.wait = wait;
        }

        Duration waitFor() {
            return wait;
        }
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        var typed = String.valueOf(asked.getName());
        var email = EmailAddress.parse(typed).map(EmailAddress::value).orElse("");
        var subject = email.isEmpty() ? typed : email;
        var origin = asked.getDetails() instanceof WebAuthenticationDetails details ? Origin.network(details.getRemoteAddress()) : "";
        take(Limits.SIGN_IN, subject + "|" + origin);
        if (!origin.isEmpty()) {
            take(Limits.SIGN_IN_ORIGIN, origin);
        }
        take(Limits.SIGN_IN_ACCOUNT, subject);
        var password = asked.getCredentials() instanceof String text && text.length() <= PasswordRules.LONGEST * 4 ? text : "";
        var account = accounts.findByEmail(email).filter(Account::isOpen).filter(found -> found.passwordHash() != null);
        var matches = encoder.matches(password, account.map(Account::passwordHash).orElseGet(nobodysHash));
        var user = account.filter(found -> matches).flatMap(found -> users.user(found, Proof.PASSWORD));
        if (user.isEmpty()) {
            throw new BadCredentialsException("no match");
        }
        limits.forget(Limits.SIGN_IN, subject + "|" + origin);
        limits.giveBack(Limits.SIGN_IN_ACCOUNT, subject);
        if (!origin.isEmpty()) {
            limits.giveBack(Limits.SIGN_IN_ORIGIN, origin);
        }
        var newHash = encoder.upgradeEncoding(account.get().passwordHash()) ? encoder.encode(password) : null;
        transaction.executeWithoutResult(status -> accounts.findByEmail(email).ifPresent(found -> {
            found.signedIn(clock.instant());
            if (newHash != null) {
                found.choosePassword(newHash);
            }
        }));
        var authenticated = UsernamePasswordAuthenticationToken.authenticated(user.get(), null, user.get().getAuthorities());
        authenticated.setDetails(asked.getDetails());
        return authenticated;
    }

    private void take(RateLimits.Limit limit, String subject) {
        var wait = limits.take(limit, subject);
        if (wait.isPositive()) {
            throw new TryLater(wait);
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
