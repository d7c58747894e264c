package app.regulars.account;

import app.regulars.platform.Refused;
import app.regulars.platform.address.EmailAddress;
import app.regulars.platform.security.Proof;
import app.regulars.platform.security.Secrets;
import app.regulars.platform.web.Origin;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door without a password: a mailed link that works once, and only when the person says so on its page. */
@Service
public class MagicLinks {

    private final OneTimeLinkRepository links;
    private final AccountRepository accounts;
    private final MailedLinks mailed;
    private final Entrance entrance;
    private final Openings openings;
    private final Clock clock;

    MagicLinks(OneTimeLinkRepository links, AccountRepository accounts, MailedLinks mailed, Entrance entrance, Openings openings, Clock clock) {
        this.links = links;
        this.accounts = accounts;
        this.mailed = mailed;
        this.entrance = entrance;
        this.openings = openings;
        this.clock = clock;
    }

    /**
     * Mails a link if there is somebody of this address. Answers at once, whether or not there is.
     *
     * @throws Refused beside the field "email" when it is none
     */
    public void ask(String email, Locale locale) {
        mailed.mailSignIn(EmailAddress.of(email).value(), locale, Origin.here());
    }

    /** Whose link it is, without using it up: programs that look into mail open links too. Empty when it does not work any more. */
    @Transactional(readOnly = true)
    public Optional<String> look(String token) {
        return find(token).filter(link -> link.isOpen(clock.instant())).flatMap(link -> accounts.findById(link.account())).map(Account::email);
    }

    /** Uses it up. @return the secret that opens /enter/{secret}; empty when the link does not work any more */
    @Transactional
    public Optional<String> use(String token) {
        var now = clock.instant();
        return find(token).filter(link -> link.use(now)).flatMap(link -> accounts.findById(link.account())).map(account -> {
            openings.confirm(account, now);
            return entrance.open(account, Proof.MAIL);
        });
    }

    private Optional<OneTimeLink> find(String token) {
        return links.findByTokenHash(Secrets.hash(token == null ? "" : token)).filter(link -> link.isFor(OneTimeLink.Purpose.SIGN_IN));
    }
}
