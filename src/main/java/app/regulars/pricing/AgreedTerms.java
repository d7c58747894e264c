package app.regulars.pricing;

import app.regulars.customer.CustomerGroups;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import app.regulars.platform.persistence.Reading;
import java.math.BigDecimal;
import java.util.ArrayList;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The terms of a customer: her own, field by field; where she has none, the best of her groups. */
@Component
class AgreedTerms {

    private final JdbcTemplate jdbc;
    private final CustomerGroups groups;
    private final Possible possible;

    AgreedTerms(JdbcTemplate jdbc, CustomerGroups groups, Possible possible) {
        this.possible = possible;
        this.jdbc = jdbc;
        this.groups = groups;
    }

    Terms of(CustomerId customer, String currency) {
        return customer == null || !possible.is(Possible.What.TERMS, customer) ? Terms.NONE : Reading.once(() -> read(customer, currency), "terms", customer, currency);
    }

    private Terms read(CustomerId customer, String currency) {
        var who = Who.own(customer, groups);
        var arguments = new ArrayList<Object>(who.keys());
        arguments.add(currency);
        var found = jdbc.query("select kind, minimum_order, free_from, payment_days, currency from customer_terms where " + who.in("audience_id") + " and currency = ?",
                (row, n) -> {
                    var days = row.getObject("payment_days", Integer.class);
                    return new Found("CUSTOMER".equals(row.getString("kind")), new Terms(money(row.getBigDecimal("minimum_order"), currency),
                            money(row.getBigDecimal("free_from"), currency), days));
                }, arguments.toArray());
        var own = found.stream().filter(Found::own).map(Found::terms).findFirst().orElse(Terms.NONE);
        var theirs = found.stream().filter(each -> !each.own()).map(Found::terms).reduce(AgreedTerms::better).orElse(Terms.NONE);
        return new Terms(own.minimumOrder() != null ? own.minimumOrder() : theirs.minimumOrder(), own.freeFrom() != null ? own.freeFrom() : theirs.freeFrom(),
                own.paymentDays() != null ? own.paymentDays() : theirs.paymentDays());
    }

    private record Found(boolean own, Terms terms) {
    }

    private static Terms better(Terms one, Terms other) {
        return new Terms(lower(one.minimumOrder(), other.minimumOrder()), lower(one.freeFrom(), other.freeFrom()),
                one.paymentDays() == null ? other.paymentDays() : other.paymentDays() == null ? one.paymentDays() : Integer.valueOf(Math.max(one.paymentDays(), other.paymentDays())));
    }

    private static Money lower(Money one, Money other) {
        return one == null ? other : other == null || one.compareTo(other) <= 0 ? one : other;
    }

    private static Money money(BigDecimal amount, String currency) {
        return amount == null ? null : Money.of(amount, currency);
    }
}
