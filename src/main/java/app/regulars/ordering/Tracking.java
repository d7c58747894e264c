package app.regulars.ordering;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door for whoever holds an order's tracking link: how far the parcel is, and no more of the person than a first name. A link lasts
 * as long as the order is under way and some time longer; then whoever gets a code by mail gets a new one, for a few days.
 */
@Service
@Transactional(readOnly = true)
public class Tracking {

    private final OrderRepository orders;
    private final OrderFiles files;
    private final OrderLinks links;

    Tracking(OrderRepository orders, OrderFiles files, OrderLinks links) {
        this.orders = orders;
        this.files = files;
        this.links = links;
    }

    /** @param firstName may be empty */
    public record Track(OrderNumber number, OrderStatus status, String firstName, OrderFile order) {
    }

    /** Empty for a link that opens nothing, and for one whose time is over. */
    public Optional<Track> of(String token) {
        return links.order(token).map(files::forCustomer).filter(file -> !links.isOver(file)).map(file -> new Track(file.number(), file.status(),
                file.contactName().strip().split("\\s+")[0], file));
    }

    /** Whether it opened an order, and does so no more. */
    public boolean isOver(String token) {
        return links.order(token).map(files::forCustomer).map(links::isOver).orElseGet(() -> links.isReplaced(token));
    }

    /** Whether it is over because a newer link took its place, when somebody opened the order with a code. */
    public boolean isReplaced(String token) {
        return links.order(token).isEmpty() && links.isReplaced(token);
    }

    /** Whether the link of this order opens it no more. */
    public boolean isOver(OrderFile order) {
        return links.isOver(order);
    }

    /** How many days a link lasts from the last step of its order on. */
    public int days() {
        return links.days();
    }

    /** The link of an order for whoever has just shown that its mail is hers: a new one where the old one's time is over, which stays closed. */
    @Transactional
    Optional<String> opened(OrderId id) {
        return orders.findById(id.value()).map(order -> links.isOver(files.forCustomer(order)) ? links.renew(order) : order.trackToken());
    }
}
