package app.regulars.ordering;

import app.regulars.shipping.Recipients;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where the shipments of an order go. */
@Component
class OrderRecipients implements Recipients {

    private final OrderRepository orders;

    OrderRecipients(OrderRepository orders) {
        this.orders = orders;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<To> of(UUID reference) {
        return orders.findById(reference).flatMap(Order::recipient);
    }
}
