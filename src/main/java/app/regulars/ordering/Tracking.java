package app.regulars.ordering;

import app.regulars.platform.persistence.Columns;
import app.regulars.platform.security.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door for whoever holds an order's tracking link: how far the parcel is, and no more of the person than a first name. A link lasts
 * as long as the order is under way and some time longer; then whoever gets a code by mail gets a new one, for a few days.
 */
@Service
@Transactional(readOnly = true)
public class Tracking {

    /** From its last step on. */
    public static final Duration LASTS = Duration.ofDays(90);
    static final Duration AGAIN = Duration.ofDays(7);

    private static final int LENGTH = 32;

    private final OrderRepository orders;
    private final OrderFiles files;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    Tracking(OrderRepository orders, OrderFiles files, JdbcTemplate jdbc, Clock clock) {
        this.orders = orders;
        this.files = files;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param firstName may be empty */
    public record Track(OrderNumber number, OrderStatus status, String firstName, OrderFile order) {
    }

    /** Empty for a link that opens nothing, and for one whose time is over. */
    public Optional<Track> of(String token) {
        return order(token).map(files::forCustomer).filter(file -> !isOver(file)).map(file -> new Track(file.number(), file.status(),
                file.contactName().strip().split("\\s+")[0], file));
    }

    /** Whether it opened an order, and does so no more. */
    public boolean isOver(String token) {
        return order(token).map(files::forCustomer).filter(this::isOver).isPresent();
    }

    /** The link of an order for whoever has just shown that its mail is hers: a new one where the old one's time is over, which stays closed. */
    @Transactional
    Optional<String> opened(OrderId id) {
        return orders.findById(id.value()).map(order -> {
            if (!isOver(files.forCustomer(order))) {
                return order.trackToken();
            }
            var token = Secrets.next().substring(0, LENGTH);
            jdbc.update("update sales_order set track_token = ?, track_opened_at = ?, version = version + 1 where id = ?", token, Columns.utc(clock.instant()), Columns.bytes(id.value()));
            return token;
        });
    }

    private Optional<Order> order(String token) {
        return token == null || !token.matches("[A-Za-z0-9_-]{20,40}") ? Optional.empty() : orders.findByTrackToken(token);
    }

    /** Notes of staff are no step; a day that was promised and is to come is. */
    private boolean isOver(OrderFile file) {
        var now = clock.instant();
        var steps = Stream.of(file.summary().placedAt(), file.packedAt(), file.shippedAt(), file.deliveredAt(), file.canceledAt(),
                file.promised() == null ? null : file.promised().atStartOfDay(clock.getZone()).toInstant());
        var last = Stream.concat(steps, file.history().stream().map(OrderFile.Moment::at)).filter(step -> step != null).max(Instant::compareTo).orElse(now);
        if (now.isBefore(last.plus(LASTS))) {
            return false;
        }
        return jdbc.query("select track_opened_at from sales_order where id = ?", (row, n) -> Optional.ofNullable(Columns.instant(row, "track_opened_at")), Columns.bytes(file.summary().id().value()))
                .stream().flatMap(Optional::stream).noneMatch(opened -> now.isBefore(opened.plus(AGAIN)));
    }
}
