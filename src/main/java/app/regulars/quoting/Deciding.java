package app.regulars.quoting;

import app.regulars.ordering.Agreement;
import app.regulars.ordering.Checkout;
import app.regulars.ordering.CheckoutResult;
import app.regulars.ordering.NewOrder;
import app.regulars.ordering.OrderId;
import app.regulars.ordering.OrderNumber;
import app.regulars.platform.NotFound;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.ui.Live;
import app.regulars.pricing.PricedCart;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the customer decides of a quote, from whichever door she comes. */
@Component
class Deciding {

    private final QuoteRepository quotes;
    private final QuoteBook book;
    private final Checkout checkout;
    private final ApplicationEventPublisher events;
    private final Shop shop;
    private final Clock clock;

    Deciding(QuoteRepository quotes, QuoteBook book, Checkout checkout, ApplicationEventPublisher events, Shop shop, Clock clock) {
        this.quotes = quotes;
        this.book = book;
        this.checkout = checkout;
        this.events = events;
        this.shop = shop;
        this.clock = clock;
    }

    LocalDate today() {
        return clock.instant().atZone(shop.zone()).toLocalDate();
    }

    /**
     * Makes the order, at what was promised, once: a second click answers the same order.
     *
     * @param person who agrees, where she is signed in for the customer; else null
     * @throws app.regulars.platform.Refused when the quote does not stand any more
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    CheckoutResult accept(UUID id, CustomerId person) {
        var wanted = book.wanted(id);
        return checkout.place(new NewOrder(id, wanted.customer(), person, wanted.wishes(), List.of(), wanted.form(), wanted.total(), "quote", new Promise(id)));
    }

    @Transactional
    void decline(UUID id, String why) {
        var quote = quotes.lock(id).orElseThrow(NotFound::new);
        quote.decline(why, today(), clock.instant());
        quotes.save(quote);
        moved(quote);
    }

    /** Tells everybody who looks at it, and whoever reacts. */
    void moved(Quote quote) {
        events.publishEvent(new QuoteMoved(quote.id(), quote.number(), quote.status(today()), quote.turn(), clock.instant()));
        Live.changed("quotes", "quote:" + quote.id(), "quotes:" + quote.customer());
    }

    private final class Promise implements Agreement {

        private final UUID id;
        private Quote held;

        Promise(UUID id) {
            this.id = id;
        }

        @Override
        public void hold() {
            held = quotes.lock(id).orElseThrow(NotFound::new);
        }

        @Override
        public PricedCart price() {
            return held.promised(today());
        }

        @Override
        public int daysToPay() {
            return held.paymentDays();
        }

        @Override
        public void kept(OrderId order, OrderNumber number) {
            held.accept(order, number, today(), clock.instant());
            quotes.saveAndFlush(held);
            moved(held);
        }
    }
}
