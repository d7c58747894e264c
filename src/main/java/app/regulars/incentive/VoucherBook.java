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
import app.regulars.pricing.Codes;
import app.regulars.pricing.GivenDiscounts;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The vouchers that were given and used, and the accounts that were opened; what came back from a canceled order is written as well. That an address had its
 * voucher is known by a keyed hash of it, which stays when the person is forgotten and says nothing without the shop's key.
 */
@Component
class VoucherBook {

    private static final String USE = "incentive";
    private static final String PART = "voucher-part";

    private final JdbcTemplate jdbc;
    private final SecretKeys keys;

    VoucherBook(JdbcTemplate jdbc, SecretKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** @return false when the address had one before; of two at the same moment one gets it */
    boolean give(CustomerId customer, String email, Money worth, Instant at) {
        try {
            jdbc.update("insert into welcome_voucher (id, email_key, customer_id, code, amount, currency, given_at) values (?, ?, ?, ?, ?, ?, ?)",
                    bytes(Ids.next()), keys.sign(USE, email), bytes(customer.value()), Codes.next("W-"), worth.amount(), worth.currency(), utc(at));
            return true;
        } catch (DuplicateKeyException hadOne) {
            return false;
        }
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

    /** One statement. @param months one after the other, the newest first @param zone where they begin */
    List<MonthOfRegistrations> counts(List<YearMonth> months, ZoneId zone) {
        var begins = months.stream().map(month -> (Object) utc(month.atDay(1).atStartOfDay(zone).toInstant())).toList();
        var values = new ArrayList<>(begins);
        values.add(begins.getLast());
        values.add(utc(months.getFirst().plusMonths(1).atDay(1).atStartOfDay(zone).toInstant()));
        var place = IntStream.range(0, months.size()).mapToObj(at -> "when opened_at >= ? then " + at).collect(Collectors.joining(" ", "case ", " end"));
        var counts = new long[months.size()][2];
        jdbc.query("select place, given, count(*) as opened from (select " + place + " as place, given from opened_account where opened_at >= ? and opened_at < ?) o "
                + "group by place, given", row -> {
                    counts[row.getInt("place")][row.getBoolean("given") ? 1 : 0] = row.getLong("opened");
                }, values.toArray());
        return IntStream.range(0, months.size()).mapToObj(at -> new MonthOfRegistrations(months.get(at), counts[at][1], counts[at][0])).toList();
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

    List<GivenDiscounts.Given> openOf(Collection<String> codes) {
        return codes.isEmpty() ? List.of() : open("v.code in (" + String.join(",", Collections.nCopies(codes.size(), "?")) + ")", codes.toArray());
    }

    List<GivenDiscounts.Given> openOf(CustomerId owner) {
        return open("v.customer_id = ?", bytes(owner.value()));
    }

    /** Those that were not used yet. */
    private List<GivenDiscounts.Given> open(String condition, Object... values) {
        return jdbc.query("select v.id, v.code, v.amount, v.currency, v.customer_id from welcome_voucher v where " + condition
                + " and not exists (select 1 from voucher_use u where u.voucher_id = v.id) order by v.given_at limit 50", (row, n) -> new GivenDiscounts.Given(Columns.uuid(row.getBytes(1)),
                row.getString(2), new CustomerId(Columns.uuid(row.getBytes(5))), Money.of(row.getBigDecimal(3), row.getString(4))), values);
    }

    /** By hand. @return false when it was used before */
    boolean use(UUID voucher, String order, StaffId by, Instant at) {
        return use(voucher, null, order, by, at);
    }

    /** By the checkout. @return false when it was used before */
    boolean use(UUID voucher, UUID order, String number, Instant at) {
        return use(voucher, order, number, null, at);
    }

    private record Taken(byte[] voucher, CustomerId owner, String code, Money left) {
    }

    /** What the order still has of vouchers. */
    private List<Taken> taken(UUID order) {
        return jdbc.query("select v.id, v.customer_id, v.code, v.amount - coalesce((select sum(p.amount) from voucher_part p where p.voucher_id = v.id), 0), v.currency from voucher_use u "
                + "join welcome_voucher v on v.id = u.voucher_id where u.order_id = ? order by v.id", (row, n) -> new Taken(row.getBytes(1),
                new CustomerId(Columns.uuid(row.getBytes(2))), row.getString(3), Money.of(row.getBigDecimal(4), row.getString(5))), (Object) bytes(order));
    }

    /** A part of a used voucher comes back as one of its own. @return what came back */
    Money giveBack(UUID order, String code, Money amount, Instant at) {
        return taken(order).stream().filter(each -> each.code().equals(code)).findFirst().map(each -> part(order, each, each.left().isAtLeast(amount) ? amount : each.left(), at))
                .orElse(Money.zero(amount.currency()));
    }

    private Money part(UUID order, Taken taken, Money amount, Instant at) {
        if (!amount.isZero()) {
            var part = Ids.next();
            jdbc.update("insert into welcome_voucher (id, email_key, customer_id, code, amount, currency, given_at) values (?, ?, ?, ?, ?, ?, ?)", bytes(part),
                    keys.sign(PART, part.toString()), bytes(taken.owner().value()), Codes.next("W-"), amount.amount(), amount.currency(), utc(at));
            jdbc.update("insert into voucher_part (part_id, voucher_id, order_id, amount, given_at) values (?, ?, ?, ?, ?)", bytes(part), taken.voucher(), bytes(order), amount.amount(), utc(at));
        }
        return amount;
    }

    /** What a canceled order used can be used again; that it was used stays written. Of what came back in part before, the rest does. */
    void giveBack(UUID order, Instant at) {
        var parted = jdbc.queryForObject("select count(*) from voucher_part where order_id = ?", Integer.class, (Object) bytes(order)) > 0;
        if (parted) {
            taken(order).forEach(each -> part(order, each, each.left(), at));
            return;
        }
        jdbc.query("select voucher_id, used_at from voucher_use where order_id = ? order by voucher_id",
                (row, n) -> new Object[] {bytes(Ids.next()), row.getBytes(1), bytes(order), row.getObject(2), utc(at)}, (Object) bytes(order)).forEach(used -> {
                    if (jdbc.update("delete from voucher_use where voucher_id = ? and order_id = ?", used[1], used[2]) == 1) {
                        jdbc.update("insert into voucher_return (id, voucher_id, order_id, used_at, returned_at) values (?, ?, ?, ?, ?)", used);
                    }
                });
    }

    private boolean use(UUID voucher, UUID order, String number, StaffId by, Instant at) {
        try {
            jdbc.update("insert into voucher_use (voucher_id, used_at, order_number, staff_id, order_id) values (?, ?, ?, ?, ?)", bytes(voucher), utc(at), number,
                    by == null ? null : bytes(by.value()), bytes(order));
            return true;
        } catch (DuplicateKeyException usedBefore) {
            return false;
        }
    }
}
