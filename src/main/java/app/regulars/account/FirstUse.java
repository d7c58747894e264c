package app.regulars.account;

import static app.regulars.platform.persistence.Columns.utc;

import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The staff's door to those who are known and cannot sign in yet: a safe link, by which such a customer chooses a password, shows
 * that the address is hers, and finds her earlier orders. The message is about her own account and nothing else.
 */
@Service
@RolesAllowed(Permissions.CUSTOMERS_CHANGE)
public class FirstUse {

    /** Nobody is written to again before, unless a member of staff does so by hand. */
    static final Duration PAUSE = Duration.ofDays(30);
    static final String WAITING = """
            from customer c left join account a on a.customer_id = c.id where c.source = 'import' and c.merged_into is null and c.email not like '%@invalid'
            and (a.id is null or a.confirmed_at is null and a.closed_at is null)""";
    static final String UNWRITTEN = WAITING + """
             and not exists (select 1 from one_time_link l where l.account_id = a.id and l.purpose = 'FIRST_USE' and l.created_at > ?)
            and not exists (select 1 from account o where o.email = c.email and (o.confirmed_at is not null or o.closed_at is not null
                or o.customer_id is null or o.customer_id <> c.id))""";

    private final CustomerDirectory customers;
    private final Limits limits;
    private final FirstUseMailing mailing;
    private final AuditTrail audit;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    FirstUse(CustomerDirectory customers, Limits limits, FirstUseMailing mailing, AuditTrail audit, JdbcTemplate jdbc, Clock clock) {
        this.customers = customers;
        this.limits = limits;
        this.mailing = mailing;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param imported  customers who came from a file
     * @param waiting   those of them who cannot sign in
     * @param unwritten those of them to whom no link was sent in the last 30 days
     */
    public record Standing(long imported, long waiting, long unwritten) {

        public long signIn() {
            return imported - waiting;
        }
    }

    @Transactional(readOnly = true)
    @RolesAllowed(Permissions.CUSTOMERS_CHANGE)
    public Standing standing() {
        return new Standing(count("select count(*) from customer where source = 'import'"), count("select count(*) " + WAITING),
                count("select count(*) " + UNWRITTEN, utc(clock.instant().minus(PAUSE))));
    }

    private long count(String sql, Object... values) {
        var counted = jdbc.queryForObject(sql, Long.class, values);
        return counted == null ? 0 : counted;
    }

    /**
     * Mails a link to one customer.
     *
     * @throws Refused to somebody who can sign in, whose account was closed, or who was written to too often just now
     */
    @Transactional
    @RolesAllowed(Permissions.CUSTOMERS_CHANGE)
    public void invite(CustomerId customer, StaffId by) {
        var card = customers.find(customer).orElseThrow(NotFound::new);
        if (card.email() == null || card.email().endsWith("@invalid")) {
            throw new Refused("account.first-use.no-mail");
        }
        if (!limits.mayMail("first-use", card.email(), "")) {
            throw new Refused("account.first-use.often");
        }
        mailing.mail(card);
        audit.record(by, "customer.first-use", "customer", customer.value(), null);
    }

    /** Mails a link to every imported customer who cannot sign in and was not written to in the last 30 days, beside the request. */
    @RolesAllowed(Permissions.CUSTOMERS_CHANGE)
    public void inviteAll(StaffId by) {
        mailing.all(by);
    }
}
