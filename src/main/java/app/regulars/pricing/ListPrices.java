package app.regulars.pricing;

import app.regulars.catalog.VariantId;
import app.regulars.platform.id.Ids;
import app.regulars.platform.money.Money;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.persistence.Reading;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What everybody pays who has agreed nothing else, with its history. */
@Component
class ListPrices {

    private static final int MOST_IN_ONE_STATEMENT = 500;

    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ListPrices(JdbcTemplate jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    Map<VariantId, Money> at(Collection<VariantId> variants, Instant moment) {
        return Reading.once(() -> read(variants, moment), "list-prices", Set.copyOf(variants));
    }

    private Map<VariantId, Money> read(Collection<VariantId> variants, Instant moment) {
        var found = new HashMap<VariantId, Money>();
        var now = Columns.utc(moment);
        var wanted = variants.stream().distinct().toList();
        for (int from = 0; from < wanted.size(); from += MOST_IN_ONE_STATEMENT) {
            var part = wanted.subList(from, Math.min(wanted.size(), from + MOST_IN_ONE_STATEMENT));
            var arguments = new ArrayList<Object>();
            part.forEach(variant -> arguments.add(Columns.bytes(variant.value())));
            arguments.add(now);
            jdbc.query("select variant_id, amount, currency from price where variant_id in (" + String.join(",", Collections.nCopies(part.size(), "?"))
                    + ") and valid_from <= ? order by valid_from", row -> {
                        found.put(new VariantId(Columns.uuid(row.getBytes(1))), new Money(row.getBigDecimal(2), row.getString(3)));
                    }, arguments.toArray());
        }
        return found;
    }

    /** Those that are the same already are left alone. @return what changed */
    List<VariantId> set(Map<VariantId, Money> prices) {
        var moment = clock.instant();
        var before = read(prices.keySet(), moment);
        var now = Columns.utc(moment);
        var changed = prices.entrySet().stream().filter(entry -> !entry.getValue().equals(before.get(entry.getKey()))).toList();
        changed.forEach(entry -> {
            if (entry.getValue().isNegative()) {
                throw new IllegalArgumentException("a price is not negative");
            }
        });
        jdbc.batchUpdate("insert into price (id, variant_id, amount, currency, valid_from) values (?, ?, ?, ?, ?) "
                + "on duplicate key update amount = values(amount), currency = values(currency)", changed, MOST_IN_ONE_STATEMENT, (statement, entry) -> {
                    statement.setBytes(1, Columns.bytes(Ids.next()));
                    statement.setBytes(2, Columns.bytes(entry.getKey().value()));
                    statement.setBigDecimal(3, entry.getValue().amount());
                    statement.setString(4, entry.getValue().currency());
                    statement.setObject(5, now);
                });
        var variants = changed.stream().map(Map.Entry::getKey).toList();
        if (!variants.isEmpty()) {
            events.publishEvent(new PricesChanged(variants, moment));
        }
        return variants;
    }
}
