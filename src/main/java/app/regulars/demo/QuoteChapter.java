package app.regulars.demo;

import app.regulars.ordering.Checkout;
import app.regulars.ordering.CheckoutForm;
import app.regulars.ordering.MyOrders;
import app.regulars.platform.id.Ids;
import app.regulars.platform.shop.Shop;
import app.regulars.pricing.Prices;
import app.regulars.quoting.MyQuotes;
import app.regulars.quoting.NewQuote;
import app.regulars.quoting.QuoteDesk;
import app.regulars.quoting.QuoteNumber;
import java.time.Clock;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Quotes for a café and for somebody at home: one that waits for an answer, one that was declined, one whose day has passed, one that is not sent yet. */
@Component
@Order(12)
class QuoteChapter implements DemoChapter {

    private static final String CAFE = "maren";
    private static final String AT_HOME = "amelie";
    private static final double LONG_AGO = 41;
    private static final double BEFORE = 20;
    private static final double LATELY = 2;
    private static final int DAYS = 21;

    private final QuoteDesk desk;
    private final MyQuotes quotes;
    private final MyOrders orders;
    private final Checkout checkout;
    private final DemoVariants variants;
    private final DemoLedger ledger;
    private final Shop shop;
    private final Clock clock;

    QuoteChapter(QuoteDesk desk, MyQuotes quotes, MyOrders orders, Checkout checkout, DemoVariants variants, DemoLedger ledger, Shop shop, Clock clock) {
        this.desk = desk;
        this.quotes = quotes;
        this.orders = orders;
        this.checkout = checkout;
        this.variants = variants;
        this.ledger = ledger;
        this.shop = shop;
        this.clock = clock;
    }

    @Override
    public void tell(Story story, Timeline timeline) {
        timeline.add(story.daysAgo(LONG_AGO), "quotes:expired", () -> send(make(CAFE, 12)));
        timeline.add(story.daysAgo(BEFORE), "quotes:declined", () -> {
            var number = make(CAFE, 24);
            send(number);
            quotes.decline(PeopleChapter.customer(ledger, CAFE), PeopleChapter.person(ledger, CAFE), number, "We found room for half of it only. Could you quote twelve?");
        });
        timeline.add(story.daysAgo(LATELY), "quotes:open", () -> {
            send(make(CAFE, 12));
            send(make(AT_HOME, 3));
            make(AT_HOME, 6);
        });
    }

    private void send(QuoteNumber number) {
        desk.send(number, desk.find(number).validUntil(), PeopleChapter.staff(ledger, "priya"));
    }

    private QuoteNumber make(String whom, int pieces) {
        var customer = PeopleChapter.customer(ledger, whom);
        var wishes = List.of(new Prices.Wish(variants.id("C-101-1000-WB"), pieces), new Prices.Wish(variants.id("B-301"), pieces));
        var known = orders.prefilled(customer);
        var address = known.address();
        var way = checkout.offer(wishes, customer, address.country(), address.province(), known.shippingOption()).chosen().code();
        return desk.make(new NewQuote(Ids.next(), customer, wishes, new CheckoutForm(known.name(), known.company(), known.email(), known.phone(), address, way, null, null, known.locale()),
                null, clock.instant().atZone(shop.zone()).toLocalDate().plusDays(DAYS)), PeopleChapter.staff(ledger, "priya"));
    }
}
