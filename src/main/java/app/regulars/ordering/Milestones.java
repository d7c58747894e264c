package app.regulars.ordering;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.shop.Shop;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What a customer has just reached: shown for a month after the order, or after the day. One statement. */
@Component
class Milestones {

    private static final Duration SHOWN = Duration.ofDays(30);
    private static final Set<Long> ROUND = Set.of(10L, 25L, 50L);
    private static final int HUNDRED = 100;

    private final JdbcTemplate jdbc;
    private final Shop shop;

    Milestones(JdbcTemplate jdbc, Shop shop) {
        this.jdbc = jdbc;
        this.shop = shop;
    }

    record Past(long orders, Instant first, Instant last) {
    }

    Optional<Milestone> of(CustomerId customer, Instant now) {
        var past = jdbc.queryForObject("select count(*) as orders, min(placed_at) as first_at, max(placed_at) as last_at from sales_order "
                + "where customer_id = ? and kind = 'ORDER' and status <> 'CANCELED'", (row, n) -> row.getLong("orders") == 0 ? null
                        : new Past(row.getLong("orders"), Columns.instant(row, "first_at"), Columns.instant(row, "last_at")), Columns.bytes(customer.value()));
        return past == null ? Optional.empty() : of(past, now, shop.zone());
    }

    static Optional<Milestone> of(Past past, Instant now, ZoneId zone) {
        if ((ROUND.contains(past.orders()) || past.orders() % HUNDRED == 0) && now.isBefore(past.last().plus(SHOWN))) {
            return Optional.of(new Milestone(Milestone.Kind.ORDERS, past.orders()));
        }
        var today = now.atZone(zone).toLocalDate();
        var first = past.first().atZone(zone).toLocalDate();
        var years = ChronoUnit.YEARS.between(first, today);
        return years > 0 && today.isBefore(first.plusYears(years).plusDays(SHOWN.toDays())) ? Optional.of(new Milestone(Milestone.Kind.YEARS, years)) : Optional.empty();
    }
}
