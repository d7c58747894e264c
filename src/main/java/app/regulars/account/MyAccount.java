package app.regulars.account;

import app.regulars.platform.Refused;
import app.regulars.platform.identity.SignedIn;
import java.time.Clock;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The customer's door to the account itself. */
@Service
@Transactional
public class MyAccount {

    private final AccountRepository accounts;
    private final OneTimeLinkRepository links;
    private final EmailChangeRepository changes;
    private final Passkeys passkeys;
    private final SignIns signIns;
    private final AccountMails mails;
    private final Clock clock;

    MyAccount(AccountRepository accounts, OneTimeLinkRepository links, EmailChangeRepository changes, Passkeys passkeys, SignIns signIns, AccountMails mails,
              Clock clock) {
        this.accounts = accounts;
        this.links = links;
        this.changes = changes;
        this.passkeys = passkeys;
        this.signIns = signIns;
        this.mails = mails;
        this.clock = clock;
    }

    /** @param password whether there is one */
    public record Keys(boolean password) {
    }

    @Transactional(readOnly = true)
    public Keys keys(SignedIn me) {
        return new Keys(accounts.findById(me.accountId()).orElseThrow().passwordHash() != null);
    }

    /**
     * Ends the right to sign in, everywhere and at once; orders and what else the shop has to keep stay with the record, whose erasure
     * is asked for on the privacy page. Registering with the same address opens it again.
     *
     * @throws Refused for who works here
     */
    public void close(SignedIn me, Locale locale) {
        var now = clock.instant();
        var account = accounts.findById(me.accountId()).orElseThrow();
        if (account.staff() != null) {
            throw new Refused("account.close.staff");
        }
        account.close(now);
        passkeys.removeAll(account.id());
        links.findByAccountIdAndUsedAtIsNull(account.id()).forEach(link -> link.end(now));
        changes.findByAccountIdAndDoneAtIsNullAndEndedAtIsNull(account.id()).forEach(change -> change.end(now));
        mails.closed(account.email(), locale, account.customer());
        signIns.endAll(account.id(), "/login?closed");
    }
}
