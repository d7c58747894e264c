package app.regulars.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.catalog.CatalogDesk;
import app.regulars.catalog.CategoryForm;
import app.regulars.catalog.ProductForm;
import app.regulars.customer.CustomerDirectory;
import app.regulars.customer.GroupDesk;
import app.regulars.customer.MyProfile;
import app.regulars.customer.ProfileAnswers;
import app.regulars.inventory.Inventory;
import app.regulars.ordering.CartOwner;
import app.regulars.ordering.Carts;
import app.regulars.ordering.Checkout;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;
import app.regulars.platform.web.PublicRequest;
import app.regulars.pricing.PriceLineForm;
import app.regulars.pricing.PriceListDesk;
import app.regulars.pricing.PriceListForm;
import app.regulars.pricing.Prices;
import app.regulars.search.SiteSearch;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever comes into a group that fills itself pays its price everywhere within seconds, and whoever leaves it pays what everybody pays. */
@RegularsTest
@WithStaff
class SegmentPriceTests {

    private static final StaffId BY = StaffId.next();
    private static final Money EVERYBODY = Money.of("20.00", "CAD");
    private static final Money SEGMENT = Money.of("15.50", "CAD");

    private final String tag = UUID.randomUUID().toString().substring(0, 8);

    @Autowired CatalogDesk catalog;
    @Autowired Prices prices;
    @Autowired PriceListDesk lists;
    @Autowired GroupDesk groups;
    @Autowired MyProfile profile;
    @Autowired CustomerDirectory customers;
    @Autowired Inventory inventory;
    @Autowired Shoppers shoppers;
    @Autowired Cards cards;
    @Autowired Shelves shelves;
    @Autowired SearchPages search;
    @Autowired ProductPages products;
    @Autowired Carts carts;
    @Autowired Checkout checkout;

    @Test
    void thePriceComesAndGoesWithTheSegment() {
        var name = Localized.of("Mug");
        var sku = "SEG-" + tag.toUpperCase(Locale.ROOT);
        catalog.saveCategory(new CategoryForm("segment-" + tag, null, "sand", 1, name, name));
        var mug = catalog.save(new ProductForm("segment-mug-" + tag, "segment-" + tag, List.of(), name, name, name, null, null, "sand", List.of(), "standard", List.of(),
                List.of(new ProductForm.Variant(sku, Map.of(), null, 100, false)), Map.of(), List.of(), List.of(), null, false,
                Instant.parse("2026-01-01T00:00:00Z"))).values().iterator().next();
        prices.setListPrice(mug, EVERYBODY);
        inventory.adjust(mug, 50, "counted");
        var me = person("me");
        var other = person("other");
        carts.add(CartOwner.of(me), mug, 1);
        groups.add(new GroupDesk.Form("seg" + tag, "Gifts", "Cadeaux", "need=gift"), BY);
        var list = lists.add(new PriceListForm("Gifts " + tag, "Yours", "La vôtre", "", "", true), BY);
        lists.give(list, "GROUP", "seg" + tag, BY);
        lists.set(list, new PriceLineForm("VARIANT", sku, "1", "15.50", ""), BY);
        costs(me, EVERYBODY);

        answer(me, "gift");
        costs(me, SEGMENT);
        costs(other, EVERYBODY);
        costs(null, EVERYBODY);

        answer(me, "own");
        costs(me, EVERYBODY);
    }

    /** In list, search, product page, cart and checkout. */
    private void costs(CustomerId customer, Money expected) {
        Awaitility.await().atMost(Duration.ofSeconds(12)).untilAsserted(() -> {
            var shopper = shoppers.of(customer);
            var handle = "segment-mug-" + tag;
            assertThat(cards.listing(asked("/c/segment-" + tag, customer), shelves.of("segment-" + tag, shopper), List.of("popular")).shown()).singleElement()
                    .satisfies(view -> assertThat(view.offer().each()).as("list").isEqualTo(expected));
            assertThat(search.listing(new SiteSearch.Matches(List.of(handle), null, Map.of(), List.of()), asked("/search", customer), shopper).shown()).singleElement()
                    .satisfies(view -> assertThat(view.offer().each()).as("search").isEqualTo(expected));
            var choice = products.choice(handle, "", shopper).orElseThrow();
            assertThat(choice.offer().each()).as("product page").isEqualTo(expected);
            if (customer != null && !carts.of(CartOwner.of(customer)).lines().isEmpty()) {
                assertThat(carts.of(CartOwner.of(customer)).lines().getFirst().each()).as("cart").isEqualTo(expected);
            }
            assertThat(checkout.offer(List.of(new Prices.Wish(choice.variant().id(), 1)), customer, "CA", "NS", "standard").priced().lines().getFirst().each()).as("checkout")
                    .isEqualTo(expected);
        });
    }

    private static PublicRequest asked(String path, CustomerId customer) {
        return new PublicRequest(path, Map.of("q", "x"), Locale.CANADA, customer);
    }

    private CustomerId person(String who) {
        return customers.obtain(who + tag + "@segment.example", "Zoë", null, null, Locale.CANADA, "test");
    }

    private void answer(CustomerId customer, String need) {
        profile.answer(customer, new ProfileAnswers(null, null, need, null, null, null), Map.of());
    }
}
