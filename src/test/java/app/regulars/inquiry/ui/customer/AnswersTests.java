package app.regulars.inquiry.ui.customer;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.customer.CustomerDirectory;
import app.regulars.ordering.Checkout;
import app.regulars.ordering.CheckoutForm;
import app.regulars.ordering.CheckoutResult;
import app.regulars.ordering.NewOrder;
import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.pricing.Prices;
import app.regulars.testing.Goods;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who writes about an order is shown her own, and nobody else's. */
@RegularsTest
@WithStaff
class AnswersTests {

    @Autowired
    Answers answers;
    @Autowired
    Checkout checkout;
    @Autowired
    CustomerDirectory customers;
    @Autowired
    Goods goods;

    @Test
    void showsWhoeverAsksAboutAnOrderHerOwnOnly() {
        var amelie = customer("amelie");
        var owen = customer("owen");
        var number = ((CheckoutResult.Placed) checkout.place(new NewOrder(Ids.next(), amelie, null, List.of(new Prices.Wish(goods.article("A-" + UUID.randomUUID(), "24.00", 10), 1)),
                new CheckoutForm("Amélie Cormier", null, "amelie@answers.example", null, HOME, "standard", null, null, Locale.CANADA, "invoice"), null, "web"))).number().value();
        assertThat(answers.html("Where is my order now?", Locale.CANADA, amelie)).contains("/my/orders/" + number);
        assertThat(answers.html("Où est ma commande?", Locale.CANADA_FRENCH, amelie)).contains("/my/orders/" + number);
        assertThat(answers.html("Do you roast on Fridays?", Locale.CANADA, amelie)).doesNotContain("/my/orders/");
        for (var text : List.of("Where is my order now?", "Where is my order " + number + "?", number)) {
            assertThat(answers.html(text, Locale.CANADA, owen)).as(text).doesNotContain("/my/orders/");
            assertThat(answers.html(text, Locale.CANADA, null)).as(text).doesNotContain("/my/orders/");
        }
    }

    private CustomerId customer(String name) {
        return customers.obtain(name + "-" + UUID.randomUUID() + "@answers.example", name, null, null, Locale.CANADA, "test");
    }

    private static final PostalAddress HOME = new PostalAddress("Kim Buyer", "1 Water Street", null, "Charlottetown", "PE", "C1A 1A1", "CA");
}
