package app.regulars.pricing;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.instant;
import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.customer.CustomerGroups;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import app.regulars.platform.persistence.Reading;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What holds beside the list prices for whoever asks: price lists and exceptions, in at most two statements whatever the number of goods. */
@Component
class Conditions {

    /** With more goods than this the whole lists are read: that is less than naming them all. */
    private static final int MOST_TARGETS = 2_000;
    static final String HOLDS = " (l.valid_from is null or l.valid_from <= ?) and (l.valid_until is null or l.valid_until > ?) ";

    private final JdbcTemplate jdbc;
    private final CustomerGroups groups;
    private final Possible possible;

    Conditions(JdbcTemplate jdbc, CustomerGroups groups, Possible possible) {
        this.possible = possible;
        this.jdbc = jdbc;
        this.groups = groups;
    }

    UnitPrices unitPrices(Collection<Item> items, CustomerId customer, String currency, Instant at) {
        if (items.isEmpty()) {
            return UnitPrices.NONE;
        }
        var targets = targets(items);
        return Reading.once(() -> new UnitPrices(entries(targets, customer, currency, at), customer == null ? List.of() : exceptions(customer, currency, at)), "conditions", targets,
                customer == null ? "" : customer, currency);
    }

    /** Whether anything is agreed with the customer or her groups, so that her prices may differ from everybody's. One statement. */
    boolean isPersonal(CustomerId customer, Instant at) {
        if (customer == null) {
            return false;
        }
        var who = Who.own(customer, groups);
        var arguments = new ArrayList<Object>(who.keys());
        arguments.addAll(List.of(utc(at), utc(at), bytes(customer.value()), utc(at), utc(at)));
        return !jdbc.queryForList("select 1 from price_list l join price_list_audience a on a.list_id = l.id where " + who.in("a.audience_id") + " and l.active and" + HOLDS
                + "union select 1 from price_exception where customer_id = ? and starts_at <= ? and ends_at > ?", arguments.toArray()).isEmpty();
    }

    /** The names of the lists that hold for the customer, those for everybody included. */
    List<String> namesFor(CustomerId customer, Instant at) {
        var who = Who.of(customer, groups);
        var arguments = new ArrayList<Object>(who.keys());
        arguments.addAll(List.of(utc(at), utc(at)));
        return jdbc.queryForList("select l.name from price_list l where exists (select 1 from price_list_audience a where a.list_id = l.id and " + who.in("a.audience_id")
                + ") and l.active and" + HOLDS + "order by l.name", String.class, arguments.toArray());
    }

    private static Set<String> targets(Collection<Item> items) {
        var targets = new LinkedHashSet<String>(List.of(""));
        for (var item : items) {
            targets.add(item.variant().value().toString());
            targets.add(item.product().value().toString());
            targets.addAll(item.categories());
        }
        return targets;
    }

    private List<Entry> entries(Set<String> targets, CustomerId customer, String currency, Instant at) {
        if (!possible.is(Possible.What.LISTS, customer)) {
            return List.of();
        }
        var who = Who.of(customer, groups);
        var arguments = new ArrayList<Object>(who.keys());
        arguments.addAll(List.of(utc(at), utc(at), currency));
        var named = "";
        if (targets.size() <= MOST_TARGETS) {
            named = " and e.target in (" + String.join(",", Collections.nCopies(targets.size(), "?")) + ")";
            arguments.addAll(targets);
        }
        return jdbc.query("select e.list_id, l.name, l.label_en, l.label_fr, e.scope, e.target, e.from_quantity, e.amount, e.percent, l.currency from price_list l "
                + "join price_list_entry e on e.list_id = l.id where exists (select 1 from price_list_audience a where a.list_id = l.id and " + who.in("a.audience_id")
                + ") and l.active and" + HOLDS + "and l.currency = ?" + named + " order by l.name, e.scope, e.target, e.from_quantity",
                (row, n) -> new Entry(uuid(row.getBytes(1)), row.getString(2), new Localized(row.getString(3), row.getString(4)), scope(row.getString(5), row.getString(6)),
                        row.getInt(7), money(row.getBigDecimal(8), row.getString(10)), row.getBigDecimal(9)), arguments.toArray());
    }

    private List<Agreed> exceptions(CustomerId customer, String currency, Instant at) {
        if (!possible.is(Possible.What.EXCEPTIONS, customer)) {
            return List.of();
        }
        return jdbc.query("select id, scope, target, amount, percent, reason, starts_at, currency from price_exception where customer_id = ? and starts_at <= ? and ends_at > ? "
                + "and currency = ? order by starts_at desc, id desc", (row, n) -> new Agreed(uuid(row.getBytes(1)), scope(row.getString(2), row.getString(3)),
                money(row.getBigDecimal(4), row.getString(8)), row.getBigDecimal(5), row.getString(6), instant(row, "starts_at")), bytes(customer.value()), utc(at), utc(at), currency);
    }

    static Scope scope(String kind, String target) {
        return new Scope(Scope.Kind.valueOf(kind), target);
    }

    static Money money(BigDecimal amount, String currency) {
        return amount == null ? null : Money.of(amount, currency);
    }
}
