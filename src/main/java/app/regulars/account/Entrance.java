package app.regulars.account;

import app.regulars.platform.security.Proof;
import app.regulars.platform.security.Secrets;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands out and takes back the secrets by which a live page passes somebody on into a session of one's own. */
@Component
class Entrance {

    private static final String BROWSER = Entrance.class.getName();

    private final OneTimeLinkRepository links;
    private final AccountRepository accounts;
    private final AccountUsers users;
    private final Clock clock;

    Entrance(OneTimeLinkRepository links, AccountRepository accounts, AccountUsers users, Clock clock) {
        this.links = links;
        this.accounts = accounts;
        this.users = users;
        this.clock = clock;
    }

    @Transactional
    public String open(Account account, Proof proof) {
        var secret = Secrets.next();
        var live = VaadinSession.getCurrent();
        if (live != null) {
            live.getSession().setAttribute(BROWSER, Secrets.hash(secret));
        }
        links.save(OneTimeLink.entrance(account.id(), secret, proof, clock.instant()));
        return secret;
    }

    /** Whether the secret was handed out on a live page of this very browser, so that nobody can be signed in by a link that another sent. */
    static boolean isOf(HttpSession session, String secret) {
        return session != null && Secrets.hash(secret).equals(session.getAttribute(BROWSER));
    }

    @Transactional
    public Optional<AccountUser> enter(String secret) {
        var now = clock.instant();
        return links.findByTokenHash(Secrets.hash(secret)).filter(link -> link.isFor(OneTimeLink.Purpose.ENTER) && link.use(now))
                .flatMap(link -> accounts.findById(link.account()).filter(Account::isOpen).flatMap(account -> {
                    account.signedIn(now);
                    return users.user(account, link.proof());
                }));
    }
}
