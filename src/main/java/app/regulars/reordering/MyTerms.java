package app.regulars.reordering;

import app.regulars.catalog.Configuration;
import app.regulars.ordering.Checkout;
import app.regulars.ordering.CheckoutForm;
import app.regulars.ordering.CheckoutResult;
import app.regulars.ordering.MyOrders;
import app.regulars.ordering.NewOrder;
import app.regulars.platform.NotFound;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import app.regulars.platform.privacy.ContactPermission;
import app.regulars.platform.privacy.SpokenConsents;
import app.regulars.pricing.Prices;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** The customers' door: what they bought for a time, and one click to continue it. */
@Service
public class MyTerms {

    /** From so many days before its end on it can be continued. */
    static final int AHEAD = 60;

    private final RunningTerms terms;
    private final Filling filling;
    private final Forecasts forecasts;
    private final MyOrders orders;
    private final Checkout checkout;
    private final ObjectProvider<ContactPermission> permission;
    private final SpokenConsents consents;
    private final Clock clock;

    MyTerms(RunningTerms terms, Filling filling, Forecasts forecasts, MyOrders orders, Checkout checkout, ObjectProvider<ContactPermission> permission, SpokenConsents consents,
            Clock clock) {
        this.terms = terms;
        this.filling = filling;
        this.forecasts = forecasts;
        this.orders = orders;
        this.checkout = checkout;
        this.permission = permission;
        this.consents = consents;
        this.clock = clock;
    }

    /** What ends first coming first. */
    public List<TermFile> all(CustomerId me, CustomerId person) {
        var today = forecasts.today();
        return terms.of(me, today).stream().map(row -> file(me, person, row)).toList();
    }

    private TermFile file(CustomerId me, CustomerId person, RunningTerms.Row row) {
        var today = forecasts.today();
        var basket = filling.file(null, "", List.of(new ShoppingLists.Line(row.variant(), Configuration.NONE, row.quantity(), null)), me).lines().getFirst();
        var due = !row.endsOn().isAfter(today.plusDays(AHEAD));
        var form = due && basket.canBePut() ? form(me, person) : null;
        var address = form == null ? null : form.address();
        var offer = form == null ? null : checkout.offer(wishes(row), me, address == null ? "CA" : address.country(), address == null ? null : address.province(), form.shippingOption());
        return new TermFile(row.id(), basket, row.months(), row.beginsOn(), row.endsOn(), row.endsOn().isBefore(today), due, offer, form);
    }

    private CheckoutForm form(CustomerId me, CustomerId person) {
        return orders.prefilled(me, person);
    }

    private static List<Prices.Wish> wishes(RunningTerms.Row row) {
        return List.of(new Prices.Wish(row.variant(), row.quantity()));
    }

    /**
     * Orders it again, as the last order went; once, however often it is clicked.
     *
     * @param seen the total on the button
     * @throws NotFound for somebody else's, and for what another order has continued meanwhile
     */
    public CheckoutResult renew(CustomerId me, CustomerId person, UUID id, Money seen) {
        var row = terms.find(me, id).orElseThrow(NotFound::new);
        // a renewal that was called off is over: the next click is another one
        var key = UUID.nameUUIDFromBytes(("renewal " + row.id() + (row.reopened() == 0 ? "" : " " + row.reopened())).getBytes(StandardCharsets.UTF_8));
        if (row.renewed()) {
            return checkout.before(key, me).orElseThrow(NotFound::new);
        }
        return checkout.place(new NewOrder(key, me, person, wishes(row), form(me, person), seen, "renewal"));
    }

    /** Whether the person is written to before something ends. */
    public boolean isReminded(CustomerId person) {
        var asked = permission.getIfAvailable();
        return asked != null && asked.mayContact(person, Reminding.FORESEEN, "email", clock.instant());
    }

    /** She wants to be. */
    public void remind(CustomerId person, Locale locale) {
        consents.say(person, Reminding.FORESEEN, locale, "terms", true);
    }
}
