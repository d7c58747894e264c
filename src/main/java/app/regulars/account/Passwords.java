package app.regulars.account;

import app.regulars.platform.Refused;
import app.regulars.platform.address.EmailAddress;
import app.regulars.platform.identity.SignedIn;
import app.regulars.platform.security.Proof;
import app.regulars.platform.security.Secrets;
import app.regulars.platform.web.Origin;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door for those who forgot their password, and for staff who choose their first. */
@Service
public class Passwords {

    private final OneTimeLinkRepository links;
    private final AccountRepository accounts;
    private final MailedLinks forgotten;
    private final Entrance entrance;
    private final Openings openings;
    private final SignIns signIns;
    private final AccountMails mails;
    private final PasswordEncoder encoder;
    private final Clock clock;

    Passwords(OneTimeLinkRepository links, AccountRepository accounts, MailedLinks forgotten, Entrance entrance, Openings openings, SignIns signIns,
              AccountMails mails, PasswordEncoder encoder, Clock clock) {
        this.links = links;
        this.accounts = accounts;
        this.forgotten = forgotten;
        this.entrance = entrance;
        this.openings = openings;
        this.signIns = signIns;
        this.mails = mails;
        this.encoder = encoder;
        this.clock = clock;
    }

    /**
     * Mails a link if there is somebody of this address. Answers at once, whether or not there is.
     *
     * @throws Refused beside the field "email" when it is none
     */
    public void forget(String email, Locale locale) {
        forgotten.mail(EmailAddress.of(email).value(), locale, Origin.here());
    }

    /** Whether the link still works; {@link Confirmation.PasswordNeeded} when it does. */
    @Transactional(readOnly = true)
    public Confirmation look(String token) {
        return find(token).<Confirmation>map(link -> link.isOpen(clock.instant()) ? new Confirmation.PasswordNeeded()
                : link.isUsed() ? new Confirmation.Used() : new Confirmation.Expired()).orElseGet(Confirmation.Unknown::new);
    }

    /**
     * Sets the new password, ends every other link and remembered browser of the account, and lets the person in.
     *
     * @throws Refused beside the field "password" when it is too weak
     */
    @Transactional
    public Confirmation choose(String token, String password, Locale locale) {
        var now = clock.instant();
        var link = find(token).orElse(null);
        if (link == null || !link.isOpen(now)) {
            return look(token);
        }
        var account = accounts.findById(link.account()).orElseThrow();
        PasswordRules.check(password, account.email(), null);
        link.use(now);
        links.findByAccountIdAndUsedAtIsNull(account.id()).forEach(other -> other.end(now));
        account.choosePassword(encoder.encode(password));
        openings.confirm(account, now);
        signIns.endElsewhere(account.id());
        mails.passwordChanged(account.email(), locale, account.customer());
        return new Confirmation.Welcome(entrance.open(account, Proof.MAIL));
    }

    /**
     * Sets another password for somebody who has just shown who she is; every other browser has to sign in again.
     *
     * @throws Refused beside the field "password" when it is too weak
     */
    @Transactional
    public void change(SignedIn me, String password, Locale locale) {
        var now = clock.instant();
        var account = accounts.findById(me.accountId()).orElseThrow();
        PasswordRules.check(password, account.email(), me.displayName());
        account.choosePassword(encoder.encode(password));
        links.findByAccountIdAndUsedAtIsNull(account.id()).forEach(other -> other.end(now));
        signIns.endOthers(me);
        mails.passwordChanged(account.email(), locale, account.customer());
    }

    private Optional<OneTimeLink> find(String token) {
        return links.findByTokenHash(Secrets.hash(token == null ? "" : token))
                .filter(link -> link.isFor(OneTimeLink.Purpose.RESET, OneTimeLink.Purpose.INVITE, OneTimeLink.Purpose.FIRST_USE));
    }
}
