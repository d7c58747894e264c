package app.regulars.review;

import app.regulars.catalog.Catalog;
import app.regulars.catalog.ProductId;
import app.regulars.ordering.OrderDelivered;
import app.regulars.ordering.OrderNumber;
import app.regulars.ordering.OrderShipped;
import app.regulars.ordering.Orders;
import app.regulars.platform.identity.CustomerId;
import app.regulars.returning.FollowUpOffers;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Invites to reviews in the one question that goes out after a delivery, to those who allow it: each product of the order that its
 * customer has not reviewed leads to its form. And marks what she reviewed before she got it.
 */
@Component
class ReviewInvitations implements FollowUpOffers {

    private static final int MOST = 4;

    private final Orders orders;
    private final Catalog catalog;
    private final ReviewBook book;

    ReviewInvitations(Orders orders, Catalog catalog, ReviewBook book) {
        this.orders = orders;
        this.catalog = catalog;
        this.book = book;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Offer> of(CustomerId customer, OrderNumber order, Locale language) {
        var known = new HashSet<>(book.reviewed(customer));
        return catalog.cards(handles(order)).stream().filter(card -> !known.contains(card.id())).limit(MOST)
                .map(card -> new Offer(card.name().in(language), "/my/reviews/" + card.handle())).toList();
    }

    @ApplicationModuleListener
    void on(OrderDelivered delivered) {
        book.verify(delivered.customer(), products(delivered.number()));
    }

    @ApplicationModuleListener
    void on(OrderShipped shipped) {
        if (shipped.complete()) {
            book.verify(shipped.customer(), products(shipped.number()));
        }
    }

    private List<ProductId> products(OrderNumber order) {
        return catalog.cardsForStaff(handles(order)).stream().map(card -> card.id()).toList();
    }

    private Set<String> handles(OrderNumber number) {
        return orders.file(number).map(order -> order.lines().stream().map(line -> line.handle()).filter(Objects::nonNull)
                .collect(java.util.stream.Collectors.toCollection(java.util.LinkedHashSet::new))).map(handles -> (Set<String>) handles).orElse(Set.of());
    }
}
