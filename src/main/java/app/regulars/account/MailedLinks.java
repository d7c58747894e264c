package app.regulars.account;

import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.security.Secrets;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Mails links for a new password or for signing in without one, beside the request: how long it takes tells nobody whether there is an account. */
@Component
class MailedLinks {

    private final AccountRepository accounts;
    private final CustomerDirectory customers;
    private final OneTimeLinkRepository links;
    private final Limits limits;
    private final AccountMails mails;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MailedLinks(AccountRepository accounts, CustomerDirectory customers, OneTimeLinkRepository links, Limits limits, AccountMails mails,
                TransactionTemplate transaction, Clock clock) {
        this.accounts = accounts;
        this.customers = customers;
        this.links = links;
        this.limits = limits;
        this.mails = mails;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * @param email  normalized
     * @param origin the network address that asked
     */
    @Async
    public void mail(String email, Locale locale, String origin) {
        if (limits.mayMail("forgotten", email, origin)) {
            transaction.executeWithoutResult(status -> account(email, locale)
                    .ifPresent(account -> mails.reset(email, locale, account.customer(), link(account, OneTimeLink.Purpose.RESET))));
        }
    }

    /**
     * @param email  normalized
     * @param origin the network address that asked
     */
    @Async
    public void mailSignIn(String email, Locale locale, String origin) {
        if (limits.mayMail("sign-in", email, origin)) {
            transaction.executeWithoutResult(status -> account(email, locale)
                    .ifPresent(account -> mails.signIn(email, locale, account.customer(), link(account, OneTimeLink.Purpose.SIGN_IN))));
        }
    }

    /** A new one; those from before end. */
    private String link(Account account, OneTimeLink.Purpose purpose) {
        var now = clock.instant();
        var token = Secrets.next();
        links.findByAccountIdAndUsedAtIsNull(account.id()).stream().filter(link -> link.isFor(purpose)).forEach(link -> link.end(now));
        links.save(new OneTimeLink(purpose, account.id(), token, now));
        return token;
    }

    /** A customer who never had an account gets one that opens with the link: the address is shown to be her own by it. */
    private Optional<Account> account(String email, Locale locale) {
        var known = accounts.findByEmail(email);
        if (known.filter(Account::isClosed).isPresent()) {
            mails.closed(email, locale, known.get().customer());
            return Optional.empty();
        }
        return known.isPresent() ? known : customers.findByEmail(email).map(customer -> {
            var account = new Account(email, clock.instant());
            account.belongsTo(customer.id());
            return accounts.saveAndFlush(account);
        });
    }
}
