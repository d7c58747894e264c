package app.regulars.incentive;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.utc;

import app.regulars.account.AccountOpened;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.security.SecretKeys;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The vouchers that were given and used, and the accounts that were opened: lines are only ever added. That an address had its
 * voucher is known by a keyed hash of it, which stays when the person is forgotten and says nothing without the shop's key.
 */
@Component
class VoucherBook {

    private static final String USE = "incentive";
    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int LENGTH = 10;

    private final JdbcTemplate jdbc;
    private final SecretKeys keys;
    private final SecureRandom random = new SecureRandom();

    VoucherBook(JdbcTemplate jdbc, SecretKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** @return false when the address had one before; of two at the same moment one gets it */
    boolean give(CustomerId customer, String email, Money worth, Instant at) {
        try {
            jdbc.update("insert into welcome_voucher (id, email_key, customer_id, code, amount, currency, given_at) values (?, ?, ?, ?, ?, ?, ?)",
                    bytes(Ids.next()), keys.sign(USE, email), bytes(customer.value()), code(), worth.amount(), worth.currency(), utc(at));
            return true;
        } catch (DuplicateKeyException hadOne) {
            return false;
        }
    }

    private String code() {
        var code = new StringBuilder("W-");
        for (int i = 0; i < LENGTH; i++) {
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    boolean knows(AccountOpened opening) {
        var counted = jdbc.queryForObject("select count(*) from opened_account where account_id = ? and opened_at = ?", Long.class, bytes(opening.account()),
                utc(opening.at()));
        return counted != null && counted > 0;
    }

    void note(AccountOpened opening, boolean given) {
        jdbc.update("insert into opened_account (id, account_id, opened_at, given) values (?, ?, ?, ?)", bytes(Ids.next()), bytes(opening.account()),
                utc(opening.at()), given);
    }

    long count(Instant from, Instant to, boolean given) {
        var counted = jdbc.queryForObject("select count(*) from opened_account where opened_at >= ? and opened_at < ? and given = ?", Long.class, utc(from), utc(to),
                given);
        return counted == null ? 0 : counted;
    }

    List<Voucher> of(CustomerId customer) {
        return jdbc.query("""
                select v.code, v.amount, v.currency, v.given_at, u.used_at, u.order_number from welcome_voucher v
                left join voucher_use u on u.voucher_id = v.id where v.customer_id = ? order by v.given_at desc limit 10""",
                (row, n) -> new Voucher(row.getString("code"), Money.of(row.getBigDecimal("amount"), row.getString("currency")), Columns.instant(row, "given_at"),
                        row.getObject("used_at") == null ? null : Columns.instant(row, "used_at"), row.getString("order_number")), bytes(customer.value()));
    }

    Optional<UUID> find(CustomerId customer, String code) {
        return jdbc.query("select id from welcome_voucher where customer_id = ? and code = ?", (row, n) -> Columns.uuid(row.getBytes(1)), bytes(customer.value()), code)
                .stream().findFirst();
    }

    /** @return false when it was used before */
    boolean use(UUID voucher, String order, StaffId by, Instant at) {
        try {
            jdbc.update("insert into voucher_use (voucher_id, used_at, order_number, staff_id) values (?, ?, ?, ?)", bytes(voucher), utc(at), order, bytes(by.value()));
            return true;
        } catch (DuplicateKeyException usedBefore) {
            return false;
        }
    }
}
