package app.regulars.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.catalog.VariantId;
import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.identity.CustomerId;
import app.regulars.pricing.Prices;
import app.regulars.testing.Goods;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Goods and customers of their own for tests of orders. */
@Component
class Shopping {

    static final PostalAddress HALIFAX = new PostalAddress("Amélie Cormier", "1462 Birmingham Street", "Unit 5", "Halifax", "NS", "B3J 2J1", "CA");
    private static final long SOON = 20_000_000_000L;

    private final Checkout checkout;
    private final Goods goods;
    private final CustomerDirectory customers;

    Shopping(Checkout checkout, Goods goods, CustomerDirectory customers) {
        this.checkout = checkout;
        this.goods = goods;
        this.customers = customers;
    }

    VariantId product(String handle, String taxClass, String price, int stock) {
        var run = UUID.randomUUID().toString().substring(0, 8);
        return goods.article((handle + "-" + run).toUpperCase(Locale.ROOT), taxClass, price, stock);
    }

    CustomerId customer(String name) {
        return customers.obtain(name + "-" + UUID.randomUUID() + "@example.com", name, null, null, Locale.CANADA, "test");
    }

    OrderNumber order(CustomerId customer, List<String> codes, Prices.Wish... wishes) {
        var form = new CheckoutForm("Amélie Cormier", null, "amelie@example.com", "902 555 0121", HALIFAX, "standard", "QO-47", null, Locale.CANADA);
        var result = checkout.place(new NewOrder(UUID.randomUUID(), customer, customer, List.of(wishes), codes, form, null, "web"));
        assertThat(result).isInstanceOf(CheckoutResult.Placed.class);
        return ((CheckoutResult.Placed) result).number();
    }

    static void await(BooleanSupplier done) {
        var end = System.nanoTime() + SOON;
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("not in time").isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
