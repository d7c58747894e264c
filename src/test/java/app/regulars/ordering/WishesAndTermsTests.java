package app.regulars.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.catalog.VariantId;
import app.regulars.customer.CustomerDirectory;
import app.regulars.inventory.Inventory;
import app.regulars.merchant.PageDesk;
import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.shop.Shop;
import app.regulars.pricing.Prices;
import app.regulars.testing.Goods;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is said at checkout beside the goods, and the terms somebody agrees to. */
@RegularsTest
@WithStaff
class WishesAndTermsTests {

    private static final PostalAddress HOME = new PostalAddress("Amélie Cormier", "1462 Birmingham Street", null, "Halifax", "NS", "B3J 2J1", "CA");

    @Autowired
    private Checkout checkout;
    @Autowired
    private Carts carts;
    @Autowired
    private MyOrders mine;
    @Autowired
    private TermsOfSale terms;
    @Autowired
    private PageDesk pages;
    @Autowired
    private Goods goods;
    @Autowired
    private Inventory inventory;
    @Autowired
    private CustomerDirectory customers;
    @Autowired
    private Shop shop;
    @Autowired
    private JdbcTemplate jdbc;
    private VariantId mug;
    private CustomerId amelie;

    @BeforeEach
    void aShopWithTerms() {
        mug = goods.article("mug-" + UUID.randomUUID(), "20.00", 100);
        amelie = customers.obtain("amelie-" + UUID.randomUUID() + "@example.com", "Amélie", null, null, Locale.CANADA, "test");
        publish("First terms");
    }

    @AfterEach
    void noTerms() {
        shop.set("terms.en", "");
        shop.set("terms.fr", "");
        jdbc.update("delete from merchant_page_version where page = 'terms'");
    }

    private void publish(String text) {
        var known = pages.versions("terms");
        pages.publish(StaffId.next(), "terms", new Localized(text, text), "", known.isEmpty() ? 0 : known.getFirst().number());
    }

    private CheckoutResult order(Wishes wishes) {
        var owner = CartOwner.of(amelie);
        carts.set(owner, mug, 1);
        var cart = carts.of(owner);
        var seen = checkout.offer(List.of(new Prices.Wish(mug, 1)), amelie, "CA", "NS", "standard").priced().total().rounded();
        return checkout.place(owner, amelie, cart.key(), new CheckoutForm("Amélie Cormier", null, "amelie@example.com", null, HOME, "standard", null, null, Locale.CANADA).wishing(wishes),
                seen);
    }

    private Wishes agreed() {
        return Wishes.NONE.agreed(terms.inForce().orElseThrow());
    }

    private static List<String> fields(CheckoutResult result) {
        return ((CheckoutResult.Incomplete) result).problems().stream().map(CheckoutResult.Problem::field).toList();
    }

    @Test
    void asksForTheTermsOnceAndAgainForTheNextVersion() {
        assertThat(fields(order(Wishes.NONE.agreed(Wishes.NOT_AGREED)))).containsExactly("terms");
        assertThat(fields(order(Wishes.NONE.agreed(99)))).containsExactly("terms");
        var first = (CheckoutResult.Placed) order(agreed());
        assertThat(mine.find(amelie, first.number()).wishes().termsVersion()).isEqualTo(1);
        var second = (CheckoutResult.Placed) order(Wishes.NONE.agreed(Wishes.NOT_AGREED));
        assertThat(mine.find(amelie, second.number()).wishes().termsVersion()).as("agreed before, and kept with this order too").isEqualTo(1);
        publish("Second terms");
        assertThat(terms.toAgree(amelie, amelie)).contains(2);
        assertThat(fields(order(Wishes.NONE.agreed(1)))).as("a page from before").containsExactly("terms");
        var third = (CheckoutResult.Placed) order(agreed());
        assertThat(mine.find(amelie, third.number()).wishes().termsVersion()).isEqualTo(2);
        assertThat(terms.toAgree(amelie, null)).as("a guest is asked every time").contains(2);
    }

    @Test
    void keepsTheWishesAndSaysWhatCannotBe() {
        var saturday = LocalDate.now().plusDays(20).with(TemporalAdjusters.next(DayOfWeek.SATURDAY));
        var version = terms.inForce().orElseThrow();
        assertThat(fields(order(new Wishes("x".repeat(501), null, "y".repeat(301), version)))).containsExactly("gift", "instructions");
        assertThat(fields(order(new Wishes(null, LocalDate.EPOCH, null, version)))).containsExactly("deliverOn");
        assertThat(fields(order(new Wishes(null, saturday, null, version)))).containsExactly("deliverOn");
        assertThat(fields(order(new Wishes(null, saturday.plusDays(90), null, version)))).containsExactly("deliverOn");
        var placed = (CheckoutResult.Placed) order(new Wishes(" For Jo \n with love ", saturday.minusDays(1), "Back door", version));
        var file = mine.find(amelie, placed.number());
        assertThat(file.wishes()).isEqualTo(new Wishes("For Jo \n with love", saturday.minusDays(1), "Back door", version));
        assertThat(file.promised()).isEqualTo(saturday.minusDays(1));
    }
}
