package app.regulars.returning;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import app.regulars.pricing.Codes;
import app.regulars.pricing.GivenDiscounts;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Credits that were given, what orders took of them, and what of that came back. What an order did not need is there for the next.
 */
@Component
class CreditBook {

    private static final String OPEN = "select c.id, c.code, c.customer_id, c.currency, c.amount - coalesce((select sum(u.amount) from return_credit_use u "
            + "where u.credit_id = c.id and u.back_at is null), 0) as rest from return_credit c ";

    private final JdbcTemplate jdbc;

    CreditBook(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    String give(ReturnId request, CustomerId customer, Money worth, Instant at) {
        var code = Codes.next("C-");
        jdbc.update("insert into return_credit (id, return_id, customer_id, code, amount, currency, given_at) values (?, ?, ?, ?, ?, ?, ?)", bytes(Ids.next()),
                bytes(request.value()), bytes(customer.value()), code, worth.amount(), worth.currency(), utc(at));
        return code;
    }

    /** @param worth what is left of it, before taxes */
    record Given(String code, Money worth) {
    }

    /** Nothing once it is used up, such as one that went into the order of an exchange. */
    Optional<Given> of(ReturnId request) {
        return read("where c.return_id = ?", bytes(request.value())).stream().map(left -> new Given(left.code(), left.worth())).findFirst();
    }

    List<GivenDiscounts.Given> open(CustomerId customer) {
        return read("where c.customer_id = ?", bytes(customer.value()));
    }

    List<GivenDiscounts.Given> open(Collection<String> codes) {
        return codes.isEmpty() ? List.of() : read("where c.code in (" + String.join(",", Collections.nCopies(codes.size(), "?")) + ")", codes.toArray());
    }

    private List<GivenDiscounts.Given> read(String condition, Object... values) {
        return jdbc.query(OPEN + condition + " order by c.given_at limit 50", (row, n) -> new GivenDiscounts.Given(uuid(row.getBytes("id")), row.getString("code"),
                new CustomerId(uuid(row.getBytes("customer_id"))), Money.of(row.getBigDecimal("rest"), row.getString("currency"))), values)
                .stream().filter(open -> !open.worth().isZero() && !open.worth().isNegative()).toList();
    }

    /** @return false when less is left; of two orders at once one gets it */
    boolean use(UUID credit, UUID order, Money amount, Instant at) {
        // the credit's own row makes two orders follow each other
        jdbc.query("select id from return_credit where id = ? for update", row -> { }, (Object) bytes(credit));
        return read("where c.id = ?", bytes(credit)).stream().findFirst().filter(open -> open.worth().isAtLeast(amount)).map(open -> jdbc.update(
                "insert into return_credit_use (id, credit_id, order_id, used_at, amount) values (?, ?, ?, ?, ?)", bytes(Ids.next()), bytes(credit), bytes(order), utc(at),
                amount.amount()) > 0).orElse(false);
    }

    private record Use(byte[] id, Money left) {
    }

    /** So much of what the order took is there again. @return what came back */
    Money giveBack(UUID order, String code, Money amount, Instant at) {
        var use = jdbc.query("select u.id, u.amount, c.currency from return_credit_use u join return_credit c on c.id = u.credit_id where u.order_id = ? and c.code = ? "
                + "and u.back_at is null for update", (row, n) -> new Use(row.getBytes(1), Money.of(row.getBigDecimal(2), row.getString(3))), bytes(order), code);
        if (use.isEmpty()) {
            return Money.zero(amount.currency());
        }
        var back = use.getFirst().left().isAtLeast(amount) ? amount : use.getFirst().left();
        jdbc.update("update return_credit_use set amount = amount - ? where id = ?", back.amount(), use.getFirst().id());
        jdbc.update("insert into return_credit_back (id, use_id, amount, given_at) values (?, ?, ?, ?)", bytes(Ids.next()), use.getFirst().id(), back.amount(), utc(at));
        return back;
    }

    void giveBack(UUID order, Instant at) {
        jdbc.update("update return_credit_use set back_at = ? where order_id = ? and back_at is null", utc(at), bytes(order));
    }
}
