package app.regulars.account;

import static app.regulars.platform.persistence.Columns.utc;

import app.regulars.customer.CustomerCard;
import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.security.Secrets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes to customers who are known and cannot sign in yet: one, or all of them a hundred at a time; what breaks off goes on when it is begun again. */
@Component
class FirstUseMailing {

    private static final int BATCH = 100;

    private final CustomerDirectory customers;
    private final AccountRepository accounts;
    private final OneTimeLinkRepository links;
    private final AccountMails mails;
    private final AuditTrail audit;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FirstUseMailing(CustomerDirectory customers, AccountRepository accounts, OneTimeLinkRepository links, AccountMails mails, AuditTrail audit, JdbcTemplate jdbc,
                    TransactionTemplate transaction, Clock clock) {
        this.customers = customers;
        this.accounts = accounts;
        this.links = links;
        this.mails = mails;
        this.audit = audit;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A new link, in the place of those from before. @throws Refused to somebody who can sign in, or whose account was closed */
    @Transactional(propagation = Propagation.MANDATORY, noRollbackFor = Refused.class)
    public void mail(CustomerCard card) {
        var now = clock.instant();
        var account = accounts.findByEmail(card.email()).orElseGet(() -> {
            var made = new Account(card.email(), now);
            made.belongsTo(card.id());
            return accounts.saveAndFlush(made);
        });
        if (account.isOpen() || account.isClosed() || !card.id().equals(account.customer())) {
            throw new Refused(account.isClosed() ? "account.first-use.closed" : "account.first-use.has-one");
        }
        var token = Secrets.next();
        links.findByAccountIdAndUsedAtIsNull(account.id()).stream().filter(link -> link.isFor(OneTimeLink.Purpose.FIRST_USE)).forEach(link -> link.end(now));
        links.save(new OneTimeLink(OneTimeLink.Purpose.FIRST_USE, account.id(), token, now));
        mails.firstUse(card.email(), card.locale(), card.id(), token);
    }

    @Async
    public void all(StaffId by) {
        var written = BATCH;
        while (written == BATCH) {
            written = Objects.requireNonNull(transaction.execute(status -> next(by)));
        }
    }

    private int next(StaffId by) {
        var ids = jdbc.query("select c.id " + FirstUse.UNWRITTEN + " order by c.id limit " + BATCH,
                (row, n) -> new CustomerId(Columns.uuid(row.getBytes(1))), utc(clock.instant().minus(FirstUse.PAUSE)));
        var cards = customers.cards(ids);
        var deeds = new ArrayList<AuditTrail.Deed>();
        for (var id : ids) {
            mail(cards.get(id));
            deeds.add(new AuditTrail.Deed(by, "customer.first-use", "customer", id.value(), Change.of(cards.get(id).number())));
        }
        audit.changedAll(List.copyOf(deeds));
        return ids.size();
    }
}
