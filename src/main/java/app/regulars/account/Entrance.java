package app.regulars.account;

import app.regulars.platform.security.Secrets;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands out and takes back the secrets by which a live page passes somebody on into a session of one's own. */
@Component
class Entrance {

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
    public String open(Account account) {
        var secret = Secrets.next();
        links.save(new OneTimeLink(OneTimeLink.Purpose.ENTER, account.id(), secret, clock.instant()));
        return secret;
    }

    @Transactional
    public Optional<AccountUser> enter(String secret) {
        var now = clock.instant();
        return links.findByTokenHash(Secrets.hash(secret)).filter(link -> link.isFor(OneTimeLink.Purpose.ENTER) && link.use(now))
                .flatMap(link -> accounts.findById(link.account())).flatMap(account -> {
                    account.signedIn(now);
                    return users.user(account);
                });
    }
}
