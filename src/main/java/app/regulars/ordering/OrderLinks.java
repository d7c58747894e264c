package app.regulars.ordering;

import app.regulars.platform.persistence.Columns;
import app.regulars.platform.security.Secrets;
import app.regulars.platform.shop.Shop;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * How long the link of an order opens its pages, as the shop has set it up ({@code link-days}): from its last step on, and not before
 * what is to be paid is due. A link that was opened anew by a code lasts some days more.
 */
@Component
class OrderLinks {

    private static final int LENGTH = 32;
    static final int DAYS = 90;
    static final Duration AGAIN = Duration.ofDays(7);

    private final OrderRepository orders;
    private final JdbcTemplate jdbc;
    private final Shop shop;
    private final Clock clock;

    OrderLinks(OrderRepository orders, JdbcTemplate jdbc, Shop shop, Clock clock) {
        this.orders = orders;
        this.jdbc = jdbc;
        this.shop = shop;
        this.clock = clock;
    }

    /** The order of a link, be it over or not; empty for one that was never given, and for one in whose place a new one came. */
    Optional<Order> order(String token) {
        return isOne(token) ? orders.findByTrackToken(token) : Optional.empty();
    }

    /** Whether a new link took the place of this one; asked only where {@link #order} found nothing. */
    boolean isReplaced(String token) {
        return isOne(token) && !jdbc.queryForList("select token from order_link_closed where token = ?", String.class, token).isEmpty();
    }

    /** A new link in place of the one that is over. */
    String renew(Order order) {
        var token = Secrets.next().substring(0, LENGTH);
        var now = Columns.utc(clock.instant());
        var id = Columns.bytes(order.id().value());
        jdbc.update("insert into order_link_closed (token, order_id, closed_at) values (?, ?, ?)", order.trackToken(), id, now);
        jdbc.update("update sales_order set track_token = ?, track_opened_at = ?, version = version + 1 where id = ?", token, now, id);
        return token;
    }

    private static boolean isOne(String token) {
        return token != null && token.matches("[A-Za-z0-9_-]{20,40}");
    }

    int days() {
        var set = shop.get("link-days", "");
        return set.matches("\\d{1,3}") ? Math.max(1, Integer.parseInt(set)) : DAYS;
    }

    /** Notes of staff are no step; a day that was promised or is due and is to come is. */
    boolean isOver(OrderFile file) {
        var now = clock.instant();
        var steps = Stream.of(file.summary().placedAt(), file.packedAt(), file.shippedAt(), file.deliveredAt(), file.canceledAt(), file.payUntil(), startOf(file.promised()),
                startOf(file.payment() == null || file.payment().open().isZero() ? null : file.payment().dueOn()));
        var last = Stream.concat(steps, file.history().stream().filter(moment -> !OrderFile.INTERNAL.contains(moment.what())).map(OrderFile.Moment::at)).filter(step -> step != null).max(Instant::compareTo).orElse(now);
        if (now.isBefore(last.plus(Duration.ofDays(days())))) {
            return false;
        }
        return jdbc.query("select track_opened_at from sales_order where id = ?", (row, n) -> Optional.ofNullable(Columns.instant(row, "track_opened_at")), Columns.bytes(file.summary().id().value()))
                .stream().flatMap(Optional::stream).noneMatch(opened -> now.isBefore(opened.plus(AGAIN)));
    }

    private Instant startOf(LocalDate day) {
        return day == null ? null : day.atStartOfDay(shop.zone()).toInstant();
    }
}
