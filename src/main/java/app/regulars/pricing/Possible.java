package app.regulars.pricing;

import app.regulars.customer.CustomerGroups;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.persistence.Reading;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What may hold for a customer at all: one question before five, of which with most customers each is answered by nothing. Only within a sale,
 * where all five are asked; it looks at the same tables in the same transaction.
 */
@Component
class Possible {

    /** What is asked for in detail where it is possible. */
    enum What {
        LISTS("select 1 from price_list l join price_list_audience a on a.list_id = l.id where a.audience_id in (%s) and l.active"),
        PROMOTIONS("select 1 from promotion where audience_id in (%s) and active and not coupon_only"),
        TERMS("select 1 from customer_terms where audience_id in (%s)"),
        EXCEPTIONS("select 1 from price_exception where customer_id = ?"),
        EXEMPTIONS("select 1 from tax_exemption where customer_id = ?");

        private final String any;

        What(String any) {
            this.any = any;
        }
    }

    private final JdbcTemplate jdbc;
    private final CustomerGroups groups;

    Possible(JdbcTemplate jdbc, CustomerGroups groups) {
        this.jdbc = jdbc;
        this.groups = groups;
    }

    /** True as well where nobody has looked. */
    boolean is(What what, CustomerId customer) {
        return customer == null || !Reading.isOn() || Reading.once(() -> read(customer), "possible", customer).contains(what);
    }

    private Set<What> read(CustomerId customer) {
        var who = Who.of(customer, groups);
        var id = Columns.bytes(customer.value());
        var asked = new ArrayList<String>();
        var values = new ArrayList<Object>();
        for (var what : What.values()) {
            var any = what.any.formatted(Who.marks(who.keys().size()));
            asked.add("exists(" + any + ")");
            values.addAll(any.equals(what.any) ? List.of((Object) id) : who.keys());
        }
        return jdbc.queryForObject("select " + String.join(", ", asked), (row, n) -> {
            var found = EnumSet.noneOf(What.class);
            for (var what : What.values()) {
                if (row.getBoolean(what.ordinal() + 1)) {
                    found.add(what);
                }
            }
            return found;
        }, values.toArray());
    }
}
