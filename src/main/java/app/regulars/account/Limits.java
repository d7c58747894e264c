package app.regulars.account;

import app.regulars.platform.Refused;
import app.regulars.platform.security.RateLimits;
import app.regulars.platform.security.RateLimits.Limit;
import app.regulars.platform.web.Origin;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How often somebody may guess or have mail sent, by account and by network address. */
@Component
class Limits {

    /** One address's password from one place; the owner elsewhere is not kept out by it. */
    static final Limit SIGN_IN = Limit.guessing("sign-in");
    /** One address's password from everywhere together. */
    static final Limit SIGN_IN_ACCOUNT = Limit.of("sign-in-account", 30, Duration.ofHours(1)).and(100, Duration.ofDays(1));
    /** Anybody's password from one place. */
    static final Limit SIGN_IN_ORIGIN = Limit.of("sign-in-from", 50, Duration.ofMinutes(25)).and(200, Duration.ofHours(12));
    static final Limit CONFIRMATION = Limit.guessing("confirmation");
    static final Limit PROOF = Limit.guessing("proof");
    /** Mails to one address. */
    static final Limit MAIL = Limit.of("mail", 5, Duration.ofHours(1)).and(15, Duration.ofDays(1));
    /** Mails that one place has sent to anybody. */
    static final Limit MAIL_ORIGIN = Limit.of("mail-from", 100, Duration.ofHours(1)).and(500, Duration.ofDays(1));

    private final RateLimits limits;

    Limits(RateLimits limits) {
        this.limits = limits;
    }

    /** Whether one more mail of this kind may go to the address. Says no without a word: whoever asks is told the same. */
    boolean mayMail(String kind, String email, String origin) {
        return (origin.isEmpty() || limits.take(MAIL_ORIGIN, origin).isZero()) && limits.take(MAIL, kind + ":" + email).isZero();
    }

    boolean mayMail(String kind, String email) {
        return mayMail(kind, email, Origin.here());
    }

    /** Takes a try at a secret. @throws Refused beside the field when it is not the time for one */
    void guess(Limit limit, String subject, String field) {
        var wait = limits.take(limit, subject);
        if (wait.isPositive()) {
            throw new Refused("account.login.wait", field, Map.of("minutes", minutes(wait)));
        }
    }

    /** The guess was right. */
    void right(Limit limit, String subject) {
        limits.forget(limit, subject);
    }

    static long minutes(Duration wait) {
        return Math.max(1, wait.plusSeconds(59).toMinutes());
    }
}
