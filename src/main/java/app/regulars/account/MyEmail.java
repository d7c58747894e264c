package app.regulars.account;

import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.Refused;
import app.regulars.platform.address.EmailAddress;
import app.regulars.platform.identity.SignedIn;
import app.regulars.platform.security.Secrets;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The customer's door to another address for the account. Says nothing of whose the new address is; its mailbox is told. */
@Service
@Transactional
public class MyEmail {

    private final EmailChangeRepository changes;
    private final AccountRepository accounts;
    private final OneTimeLinkRepository links;
    private final CustomerDirectory customers;
    private final Passkeys passkeys;
    private final SignIns signIns;
    private final Limits limits;
    private final AccountMails mails;
    private final Clock clock;

    MyEmail(EmailChangeRepository changes, AccountRepository accounts, OneTimeLinkRepository links, CustomerDirectory customers, Passkeys passkeys,
            SignIns signIns, Limits limits, AccountMails mails, Clock clock) {
        this.changes = changes;
        this.accounts = accounts;
        this.links = links;
        this.customers = customers;
        this.passkeys = passkeys;
        this.signIns = signIns;
        this.limits = limits;
        this.mails = mails;
        this.clock = clock;
    }

    /** What a mailed link is about. */
    public sealed interface Letter {

        /** Agrees to the change. */
        record Agree(String oldEmail, String newEmail) implements Letter {
        }

        /** Takes the change back. */
        record Undo(String oldEmail, String newEmail) implements Letter {
        }

        /** This mailbox has agreed, the other one not yet. */
        record Waiting() implements Letter {
        }

        /** The account has moved. */
        record Done() implements Letter {
        }

        /** It was taken back; the token chooses a new password at /reset/{token}. */
        record Undone(String token) implements Letter {
        }

        /** The address is already somebody's: two records to be joined by a person. */
        record Taken() implements Letter {
        }

        /** Works no more, or never did. */
        record Nothing() implements Letter {
        }
    }

    /**
     * Mails both addresses. One that has an account already is told so, and nothing comes of it.
     *
     * @throws Refused beside the field "email" for what is no address, or the present one
     */
    public void ask(SignedIn me, String typed, Locale locale) {
        var email = EmailAddress.of(typed).value();
        var now = clock.instant();
        var account = accounts.findById(me.accountId()).orElseThrow();
        if (account.staff() != null) {
            throw new Refused("account.email.staff", "email", Map.of());
        }
        var oldToken = Secrets.next();
        var newToken = Secrets.next();
        var change = new EmailChange(account.id(), account.email(), email, locale, oldToken, newToken, now);
        if (!limits.mayMail("email-change", account.email())) {
            throw new Refused("account.email.enough", "email", Map.of());
        }
        changes.findByAccountIdAndDoneAtIsNullAndEndedAtIsNull(account.id()).forEach(other -> other.end(now));
        changes.save(change);
        mails.leavingAddress(account.email(), locale, account.customer(), oldToken, email);
        var other = accounts.findByEmail(email).filter(Account::isOpen);
        if (other.isPresent()) {
            mails.addressTaken(email, locale, other.get().customer());
        } else {
            mails.newAddress(email, locale, newToken);
        }
    }

    /** The address that waits for its confirmation. */
    @Transactional(readOnly = true)
    public Optional<String> waiting(SignedIn me) {
        return changes.findByAccountIdAndDoneAtIsNullAndEndedAtIsNull(me.accountId()).stream().filter(change -> change.isOpen(clock.instant()))
                .map(EmailChange::newEmail).findFirst();
    }

    /** Gives it up. */
    public void forget(SignedIn me) {
        changes.findByAccountIdAndDoneAtIsNullAndEndedAtIsNull(me.accountId()).forEach(change -> change.end(clock.instant()));
    }

    /** What the link is about; changes nothing, for programs that look into mail open links too. */
    @Transactional(readOnly = true)
    public Letter look(String token) {
        var found = find(token);
        if (found.isEmpty()) {
            return new Letter.Nothing();
        }
        var change = found.get();
        if (change.isUndo(token)) {
            return change.canBeUndone(clock.instant()) ? new Letter.Undo(change.oldEmail(), change.newEmail()) : new Letter.Nothing();
        }
        if (!change.isOpen(clock.instant())) {
            return new Letter.Nothing();
        }
        return change.isConfirmed(token) ? new Letter.Waiting() : new Letter.Agree(change.oldEmail(), change.newEmail());
    }

    /** The person said yes on the link's page. */
    public Letter follow(String token) {
        return switch (look(token)) {
            case Letter.Agree agree -> agree(find(token).orElseThrow(), token);
            case Letter.Undo undo -> undo(find(token).orElseThrow());
            case Letter other -> other;
        };
    }

    private Letter agree(EmailChange change, String token) {
        var now = clock.instant();
        if (!change.confirm(token, now)) {
            return new Letter.Waiting();
        }
        var account = accounts.findById(change.account()).orElseThrow();
        if (!move(account, change.newEmail())) {
            change.end(now);
            return new Letter.Taken();
        }
        var undo = Secrets.next();
        change.done(undo, now);
        mails.addressChanged(change.oldEmail(), change.locale(), account.customer(), undo, change.newEmail());
        return new Letter.Done();
    }

    /** Whoever asked for the change may have chosen a password or added a passkey, too: they end, and the owner of the old address chooses the next. */
    private Letter undo(EmailChange change) {
        var now = clock.instant();
        var account = accounts.findById(change.account()).orElseThrow();
        if (!move(account, change.oldEmail())) {
            return new Letter.Taken();
        }
        change.end(now);
        account.forgetPassword();
        passkeys.removeAll(account.id());
        var token = Secrets.next();
        links.save(new OneTimeLink(OneTimeLink.Purpose.RESET, account.id(), token, now));
        return new Letter.Undone(token);
    }

    /**
     * Ends every session and link: they all speak of the address that was left. An address of another record does not work, even of one
     * that was joined to the person's own: the records are joined by the staff, and may be parted again.
     */
    private boolean move(Account account, String email) {
        var now = clock.instant();
        var mine = account.customer();
        var known = customers.findByEmail(email);
        if (accounts.findByEmail(email).isPresent() || known.filter(other -> !other.id().equals(mine) || !other.email().equals(email)).isPresent()) {
            return false;
        }
        account.moveTo(email);
        if (mine != null) {
            customers.changeEmail(mine, email);
        }
        links.findByAccountIdAndUsedAtIsNull(account.id()).forEach(link -> link.end(now));
        signIns.endAll(account.id(), "/login?moved");
        return true;
    }

    private Optional<EmailChange> find(String token) {
        return changes.findByToken(Secrets.hash(token == null ? "" : token));
    }
}
