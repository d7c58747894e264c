package app.regulars.ordering;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door for whoever holds an order's tracking link: how far the parcel is, and no more of the person than a first name. */
@Service
@Transactional(readOnly = true)
public class Tracking {

    private final OrderRepository orders;
    private final OrderFiles files;

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
}
