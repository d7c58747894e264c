package app.regulars.demo;

import app.regulars.ordering.Checkout;
import app.regulars.ordering.CheckoutForm;
import app.regulars.ordering.CheckoutResult;
import app.regulars.ordering.NewOrder;
import app.regulars.ordering.OrderDesk;
import app.regulars.ordering.OrderNumber;
import app.regulars.ordering.Orders;
import app.regulars.ordering.Wishes;
import app.regulars.payment.Payments;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.identity.StaffId;
import app.regulars.pricing.Prices;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A year of orders through the checkout, packed, handed over and delivered as far as they got. */
@Component
@Order(6)
class OrderChapter implements DemoChapter {

    private static final int FIRST_TERMS = 1;
    private static final String PACKS = "tobias";
    private static final String FOLLOWS_PARCELS = "odile";

    private final Checkout checkout;
    private final OrderDesk desk;
    private final Orders orders;
    private final Payments payments;
    private final DemoVariants variants;
    private final DemoLedger ledger;

    OrderChapter(Checkout checkout, OrderDesk desk, Orders orders, Payments payments, DemoVariants variants, DemoLedger ledger) {
        this.checkout = checkout;
        this.desk = desk;
        this.orders = orders;
        this.payments = payments;
        this.variants = variants;
        this.ledger = ledger;
    }

    @Override
    public void tell(Story story, Timeline timeline) {
        for (var order : story.orders()) {
            timeline.add(order.placedAt(), order.name(), () -> place(story.data(), order).value());
            if (order.packedAt() != null) {
                timeline.add(order.packedAt(), order.name() + ":packed", () -> desk.pack(number(order), staff(PACKS)));
            }
            if (order.shippedAt() != null) {
                timeline.add(order.shippedAt(), order.name() + ":shipped",
                        () -> desk.dispatch(number(order), order.carrier(), order.tracking(), staff(PACKS)));
            }
            if (order.deliveredAt() != null) {
                timeline.add(order.deliveredAt(), order.name() + ":delivered", () -> desk.deliver(number(order), staff(FOLLOWS_PARCELS)));
                pay(story, order, timeline);
            }
        }
    }

    /** Cafés pay their invoices towards the end of the month they have, people soon after the parcel came. */
    private void pay(Story story, PlannedOrder order, Timeline timeline) {
        var days = story.data().person(order.person()).company() == null ? 2 + order.name().length() % 5 : 18 + Math.floorMod(order.name().hashCode(), 11);
        var paid = order.deliveredAt().plus(Duration.ofDays(days));
        if (paid.isBefore(story.now())) {
            timeline.add(paid, order.name() + ":paid", () -> payments.received(orders.find(number(order)).orElseThrow().id().value()));
        }
    }

    private OrderNumber place(DemoData data, PlannedOrder order) {
        var person = data.person(order.person());
        var lines = order.lines().stream().map(line -> new Prices.Wish(variants.id(data.product(line.handle()).variant(line.options()).sku()), line.quantity()))
                .toList();
        var form = new CheckoutForm(person.name(), person.companyName(), person.email(), person.phone(), person.address().of(person.recipient()),
                order.shipping(), order.reference(), order.note(), Languages.of(person.language())).wishing(Wishes.NONE.agreed(FIRST_TERMS));
        var key = UUID.nameUUIDFromBytes(order.name().getBytes(StandardCharsets.UTF_8));
        var result = checkout.place(new NewOrder(key, PeopleChapter.customer(ledger, person.key()), PeopleChapter.person(ledger, person.key()), lines, form, null, "web"));
        if (result instanceof CheckoutResult.Placed placed) {
            return placed.number();
        }
        throw new IllegalStateException(order.name() + " could not be placed: " + result);
    }

    private OrderNumber number(PlannedOrder order) {
        return new OrderNumber(ledger.required(order.name()));
    }

    private StaffId staff(String key) {
        return PeopleChapter.staff(ledger, key);
    }
}
