package app.regulars.ordering;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door for whoever holds an order's tracking link: how far the parcel is, and no more of the person than a first name. */
@Service
@Transactional(readOnly = true)
public class Tracking {

    private static final int MOST_MISSES = 20;

    private final OrderRepository orders;
    private final OrderFiles files;
    /** Numbers are easy to count through; whoever knows an address and tries one number after the other is stopped for an hour. */
    private final Cache<String, AtomicInteger> misses = Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(Duration.ofHours(1)).build();

    Tracking(OrderRepository orders, OrderFiles files) {
        this.orders = orders;
        this.files = files;
    }

    /** @param firstName may be empty */
    public record Track(OrderNumber number, OrderStatus status, String firstName, OrderFile order) {
    }

    public Optional<Track> of(String token) {
        if (token == null || !token.matches("[A-Za-z0-9_-]{20,40}")) {
            return Optional.empty();
        }
        return orders.findByTrackToken(token).map(files::forCustomer).map(file -> new Track(file.number(), file.status(),
                file.contactName().strip().split("\\s+")[0], file));
    }

    /** The token for somebody who knows both the number and the address it was ordered with; the same silence for either mistake, and for too many of them. */
    public Optional<String> token(OrderNumber number, String email) {
        var who = email.strip().toLowerCase(Locale.ROOT);
        var missed = misses.get(who, first -> new AtomicInteger());
        if (missed.get() >= MOST_MISSES) {
            return Optional.empty();
        }
        var token = orders.findByNumber(number.value()).map(files::forCustomer)
                .filter(file -> file.contactEmail() != null && file.contactEmail().equalsIgnoreCase(who)).map(OrderFile::trackToken);
        if (token.isEmpty()) {
            missed.incrementAndGet();
        }
        return token;
    }
}
