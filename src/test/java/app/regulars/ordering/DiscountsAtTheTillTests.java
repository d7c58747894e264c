package app.regulars.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.catalog.CatalogDesk;
import app.regulars.catalog.ProductForm;
import app.regulars.catalog.VariantId;
import app.regulars.customer.CustomerDirectory;
import app.regulars.inventory.Inventory;
import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;
import app.regulars.pricing.PricedCart;
import app.regulars.pricing.Prices;
import app.regulars.pricing.PromotionDesk;
import app.regulars.pricing.PromotionForm;
import app.regulars.pricing.TaxDesk;
import app.regulars.pricing.TermsDesk;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Coupons, terms and exemptions where money is taken: counted once however many want them at once. */
@RegularsTest
@WithStaff
class DiscountsAtTheTillTests {

    private static final StaffId BY = StaffId.next();
    private static final PostalAddress HOME = new PostalAddress("Amélie Cormier", "1462 Birmingham Street", "Unit 5", "Halifax", "NS", "B3J 2J1", "CA");

    @Autowired Checkout checkout;
    @Autowired Carts carts;
    @Autowired OrderDesk desk;
    @Autowired PromotionDesk promotions;
    @Autowired TermsDesk terms;
    @Autowired TaxDesk taxes;
    @Autowired CatalogDesk catalog;
    @Autowired Prices prices;
    @Autowired Inventory inventory;
    @Autowired CustomerDirectory customers;
    @Autowired JdbcTemplate jdbc;

    private final String run = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    private VariantId mug;

    @BeforeEach
    void shop() {
        var name = Localized.of("mug");
        mug = catalog.save(new ProductForm("mug-" + run.toLowerCase(Locale.ROOT), null, List.of(), name, name, name, null, null, "sand", List.of(), "standard", List.of(),
                List.of(new ProductForm.Variant("MUG-" + run, Map.of(), null, 100, false)), Map.of(), List.of(), List.of(), null, false, Instant.parse("2026-01-01T00:00:00Z")))
                .values().iterator().next();
        prices.setListPrice(mug, cad("24.00"));
        inventory.adjust(mug, 1_000, "counted");
    }

    @Test
    void aCouponForOneIsCountedOnceHoweverManyBuyAtOnce() throws Exception {
        var code = coupon("FIRST" + run, "1", "", "");
        var buyers = new ArrayList<Callable<CheckoutResult>>();
        for (int i = 0; i < 50; i++) {
            var owner = CartOwner.of(customer("buyer" + i));
            carts.add(owner, mug, 1);
            carts.enter(owner, code);
            var cart = carts.of(owner);
            assertThat(cart.priced().discount()).isEqualTo(cad("5.00"));
            var seen = checkout.offer(wishes(1), List.of(code), owner.customer(), "CA", "NS", "standard").priced().total();
            buyers.add(() -> checkout.place(owner, cart.key(), form(), seen));
        }
        var results = atOnce(buyers);
        assertThat(results.stream().filter(CheckoutResult.Placed.class::isInstance)).hasSize(1);
        assertThat(results.stream().filter(CheckoutResult.PriceChanged.class::isInstance)).hasSize(49);
        assertThat(jdbc.queryForObject("select used from coupon where code = ?", Integer.class, code)).isEqualTo(1);
        assertThat(jdbc.queryForObject("select count(*) from sales_order_discount where code = ?", Integer.class, code)).isEqualTo(1);
    }

    @Test
    void oneCustomerUsesItOnceAndAgainWhenTheOrderIsCanceled() {
        var code = coupon("ONCE" + run, "", "1", "");
        var amelie = customer("amelie");
        var first = (CheckoutResult.Placed) place(amelie, code);
        assertThat(desk.find(first.number()).discounts()).singleElement().satisfies(off -> assertThat(off.amount()).isEqualTo(cad("5.00")));
        assertThat(code(amelie, code).state()).isEqualTo(PricedCart.Code.State.USED);
        assertThat(desk.find(((CheckoutResult.Placed) place(amelie, code)).number()).discounts()).isEmpty();
        assertThat(code(customer("owen"), code).state()).isEqualTo(PricedCart.Code.State.APPLIED);
        desk.cancel(first.number(), "changed her mind", BY);
        assertThat(code(amelie, code).state()).isEqualTo(PricedCart.Code.State.APPLIED);
    }

    @Test
    void tellsAGuestNothingOfWhatAnAddressHasUsed() {
        var code = coupon("GUEST" + run, "", "1", "");
        var known = customer("known");
        var email = customers.find(known).orElseThrow().email();
        place(known, code);
        for (var typed : List.of(email, "gil-" + run + "@guest.example")) {
            var form = new CheckoutForm("Gil Guest", null, typed, null, HOME, "standard", null, null, Locale.CANADA);
            var placed = checkout.place(new NewOrder(Ids.next(), null, null, wishes(2), List.of(code), form, null, "web"));
            assertThat(desk.find(((CheckoutResult.Placed) placed).number()).discounts()).as(typed).isEmpty();
        }
        assertThat(code(null, code).state()).isEqualTo(PricedCart.Code.State.SIGN_IN);
        var unlimited = coupon("ALL" + run, "", "", "");
        assertThat(code(null, unlimited).state()).isEqualTo(PricedCart.Code.State.APPLIED);
    }

    @Test
    void saysWhatBecameOfEachCode() {
        var code = coupon("BIG" + run, "", "", "100.00");
        var amelie = customer("amelie");
        assertThat(code(amelie, code).state()).isEqualTo(PricedCart.Code.State.MINIMUM);
        assertThat(code(amelie, code).missing()).isEqualTo(cad("76.00"));
        assertThat(code(amelie, "nothing-" + run).state()).isEqualTo(PricedCart.Code.State.UNKNOWN);
        var file = promotions.list().stream().filter(each -> each.form().name().equals("BIG" + run)).findFirst().orElseThrow();
        promotions.switchCoupon(file.id(), file.coupons().getFirst().id(), false, BY);
        assertThat(code(amelie, code).state()).isEqualTo(PricedCart.Code.State.NOT_NOW);
    }

    @Test
    void keepsAnAgreedMinimumOnlineAndLetsStaffOrderLess() {
        var cafe = customer("cafe");
        var number = customers.find(cafe).orElseThrow().number();
        terms.agree(new TermsDesk.Form("CUSTOMER", number, "100.00", "20.00", "45"), BY);
        var owner = CartOwner.of(cafe);
        carts.add(owner, mug, 1);
        var cart = carts.of(owner);
        assertThat(cart.missing()).isEqualTo(cad("76.00"));
        assertThat(cart.isReady()).isFalse();
        assertThat(checkout.place(owner, cart.key(), form(), null)).isInstanceOfSatisfying(CheckoutResult.Incomplete.class,
                incomplete -> assertThat(incomplete.problems()).extracting(CheckoutResult.Problem::field).containsExactly("lines"));
        assertThat(checkout.offer(wishes(1), cafe, "CA", "NS", "standard").priced().shipping()).isEqualTo(cad("0"));
        assertThat(checkout.place(new NewOrder(Ids.next(), cafe, null, wishes(1), form(), null, "staff"))).isInstanceOf(CheckoutResult.Placed.class);
    }

    @Test
    void chargesNoTaxToWhomACertificateExempts() {
        var inn = customer("inn");
        var id = taxes.exempt(new TaxDesk.Form(customers.find(inn).orElseThrow().number(), "CA-NS", "HST", "NS-77", "2199-12-31"), BY);
        var priced = checkout.offer(wishes(1), inn, "CA", "NS", "standard").priced();
        assertThat(priced.taxes()).isEmpty();
        assertThat(priced.exemptions()).containsExactly(new PricedCart.Exemption("HST", "NS-77"));
        assertThat(checkout.offer(wishes(1), inn, "CA", "PE", "standard").priced().taxes()).hasSize(1);
        taxes.end(id, BY);
        assertThat(checkout.offer(wishes(1), inn, "CA", "NS", "standard").priced().taxes()).hasSize(1);
    }

    private String coupon(String code, String most, String each, String minimum) {
        var id = promotions.add(new PromotionForm(code, "Off", "Rabais", "AMOUNT", "VARIANT", "MUG-" + run, "", "5.00", "", "", "", minimum, "EVERYBODY", "", true, true, "", "", "", each,
                true), BY);
        promotions.addCoupon(id, code, most, BY);
        return code;
    }

    private CheckoutResult place(CustomerId customer, String code) {
        return checkout.place(new NewOrder(Ids.next(), customer, customer, wishes(1), List.of(code), form(), null, "reorder"));
    }

    private PricedCart.Code code(CustomerId customer, String code) {
        return checkout.offer(wishes(1), List.of(code), customer, "CA", "NS", "standard").priced().codes().getFirst();
    }

    private List<Prices.Wish> wishes(int quantity) {
        return List.of(new Prices.Wish(mug, quantity));
    }

    private static CheckoutForm form() {
        return new CheckoutForm("Amélie Cormier", null, "amelie@example.com", "902 555 0121", HOME, "standard", null, null, Locale.CANADA);
    }

    private CustomerId customer(String name) {
        return customers.obtain(name + "-" + UUID.randomUUID() + "@example.com", name, null, null, Locale.CANADA, "test");
    }

    private static Money cad(String amount) {
        return Money.of(amount, "CAD");
    }

    private static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(work.size())) {
            var done = new ArrayList<T>();
            for (Future<T> each : threads.invokeAll(work)) {
                done.add(each.get());
            }
            return done;
        }
    }
}
