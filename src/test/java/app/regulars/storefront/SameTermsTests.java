package app.regulars.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.catalog.CatalogDesk;
import app.regulars.catalog.CategoryForm;
import app.regulars.catalog.ProductForm;
import app.regulars.catalog.VariantId;
import app.regulars.customer.CustomerDirectory;
import app.regulars.inventory.Inventory;
import app.regulars.invoicing.Invoices;
import app.regulars.ordering.CartOwner;
import app.regulars.ordering.Carts;
import app.regulars.ordering.Checkout;
import app.regulars.ordering.CheckoutForm;
import app.regulars.ordering.CheckoutResult;
import app.regulars.ordering.Orders;
import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.web.PublicRequest;
import app.regulars.pricing.AgreementDesk;
import app.regulars.pricing.Prices;
import app.regulars.pricing.Terms;
import app.regulars.pricing.TermsDesk;
import app.regulars.quoting.MyQuotes;
import app.regulars.quoting.NewQuote;
import app.regulars.quoting.QuoteDesk;
import app.regulars.reordering.OrderEntryDesk;
import app.regulars.search.SiteSearch;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A customer with a contract: the same price and the same terms in list, search, product page, cart, quote, staff-made order and invoice. */
@RegularsTest
@WithStaff
class SameTermsTests {

    private static final StaffId BY = StaffId.next();
    private static final Money EACH = Money.of("31.40", "CAD");
    private static final Terms TERMS = new Terms(Money.of("40.00", "CAD"), Money.of("55.00", "CAD"), 45);

    private final String tag = UUID.randomUUID().toString().substring(0, 8);

    @Autowired CatalogDesk catalog;
    @Autowired Prices prices;
    @Autowired AgreementDesk agreements;
    @Autowired TermsDesk termsDesk;
    @Autowired Inventory inventory;
    @Autowired CustomerDirectory customers;
    @Autowired Cards cards;
    @Autowired Shelves shelves;
    @Autowired SearchPages search;
    @Autowired ProductPages products;
    @Autowired ShopFrame frame;
    @Autowired Shoppers shoppers;
    @Autowired Carts carts;
    @Autowired Checkout checkout;
    @Autowired OrderEntryDesk entry;
    @Autowired QuoteDesk quotes;
    @Autowired MyQuotes mine;
    @Autowired Orders orders;
    @Autowired Invoices invoices;
    @Autowired TransactionTemplate transaction;
    @Autowired Shop shop;
    @Autowired Clock clock;

    @Test
    void sevenPlacesSayTheSame() {
        var mug = mug();
        var me = customers.obtain(tag + "@terms.example", "Tess Cole", null, null, Locale.CANADA, "test");
        var number = customers.find(me).orElseThrow().number();
        agreements.add(new AgreementDesk.Form(number, "VARIANT", "TM-" + tag.toUpperCase(Locale.ROOT), "31.40", "", "contract", "2199-12-31"), BY);
        termsDesk.agree(new TermsDesk.Form("CUSTOMER", number, "40.00", "55.00", "45"), BY);
        var shopper = shoppers.of(me);
        var handle = "terms-mug-" + tag;

        // list, search and product page: the price on the page, the terms above it
        var listed = cards.listing(asked("/c/terms-" + tag, me), shelves.of("terms-" + tag, shopper), List.of("popular"));
        assertThat(listed.shown()).singleElement().satisfies(view -> assertThat(view.offer().each()).isEqualTo(EACH));
        var found = search.listing(new SiteSearch.Matches(List.of(handle), null, Map.of(), List.of()), asked("/search", me), shopper);
        assertThat(found.shown()).singleElement().satisfies(view -> assertThat(view.offer().each()).isEqualTo(EACH));
        assertThat(products.choice(handle, "", shopper).orElseThrow().offer().each()).isEqualTo(EACH);
        for (var path : List.of("/c/terms-" + tag, "/search", "/p/" + handle)) {
            assertThat(frame.header(Locale.CANADA, path, null, HeaderModel.ANONYMOUS, shopper)).as(path).contains("within 45 days").contains("$40.00").contains("$55.00");
            assertThat(frame.header(Locale.CANADA_FRENCH, path, null, HeaderModel.ANONYMOUS, shopper)).as(path).contains("45 jours").contains("40,00").contains("55,00");
            assertThat(frame.header(Locale.CANADA, path, null, HeaderModel.ANONYMOUS, Shopper.ANYBODY)).as("nothing was agreed with a visitor").doesNotContain("within 45 days");
        }

        // cart
        var mineOwn = CartOwner.of(me);
        carts.add(mineOwn, mug, 1);
        assertThat(carts.of(mineOwn).missing()).as("short of her minimum").isEqualTo(Money.of("8.60", "CAD"));
        carts.add(mineOwn, mug, 1);
        assertThat(carts.of(mineOwn).lines()).singleElement().satisfies(line -> assertThat(line.each()).isEqualTo(EACH));
        assertThat(carts.of(mineOwn).isReady()).isTrue();
        assertThat(checkout.agreed(me)).contains(TERMS);

        // quote
        var card = customers.find(me).orElseThrow();
        var wishes = List.of(new Prices.Wish(mug, 2));
        var until = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(9);
        var quote = quotes.make(new NewQuote(Ids.next(), me, wishes, form(), null, until), BY);
        quotes.send(quote, until, BY);
        var offered = mine.find(me, quote);
        assertThat(offered.priced().lines().getFirst().each()).isEqualTo(EACH);
        assertThat(offered.terms()).isEqualTo(TERMS);
        assertThat(offered.priced().shipping().isZero()).as("free delivery from 55.00 on").isTrue();

        // staff-made order
        var begun = entry.begin(card.number());
        assertThat(begun.terms()).isEqualTo(TERMS);
        var seen = entry.offer(card, wishes, form());
        assertThat(seen.priced().lines().getFirst().each()).isEqualTo(EACH);
        assertThat(seen.priced().shipping().isZero()).isTrue();
        assertThat(seen.daysToPay()).isEqualTo(45);
        var placed = (CheckoutResult.Placed) entry.place(Ids.next(), card, wishes, form(), seen.priced().total().rounded(), "phone", begun.at(), BY);

        // invoice, of the staff-made order and of the quote
        var total = offered.total();
        for (var order : List.of(placed.number(), ((CheckoutResult.Placed) mine.accept(me, me, quote)).number())) {
            var file = orders.file(order).orElseThrow();
            var invoice = WholeInvoice.of(file, invoices, transaction, clock.instant());
            assertThat(invoice.lines().getFirst().each()).isEqualTo(EACH);
            assertThat(invoice.shipping().isZero()).isTrue();
            assertThat(invoice.total()).isEqualTo(total);
            assertThat(invoice.dueOn()).isEqualTo(file.summary().placedAt().atZone(shop.zone()).toLocalDate().plusDays(45));
        }
    }

    private VariantId mug() {
        var name = Localized.of("Mug");
        catalog.saveCategory(new CategoryForm("terms-" + tag, null, "sand", 1, name, name));
        var mug = catalog.save(new ProductForm("terms-mug-" + tag, "terms-" + tag, List.of(), name, name, name, null, null, "sand", List.of(), "standard", List.of(),
                List.of(new ProductForm.Variant("TM-" + tag.toUpperCase(Locale.ROOT), Map.of(), null, 100, false)), Map.of(), List.of(), List.of(), null, false,
                Instant.parse("2026-01-01T00:00:00Z"))).values().iterator().next();
        prices.setListPrice(mug, Money.of("39.99", "CAD"));
        inventory.adjust(mug, 50, "counted");
        return mug;
    }

    private static PublicRequest asked(String path, CustomerId customer) {
        return new PublicRequest(path, Map.of("q", "x"), Locale.CANADA, customer);
    }

    private CheckoutForm form() {
        return new CheckoutForm("Tess Cole", null, tag + "@terms.example", null, new PostalAddress("Tess Cole", "1 Terms Road", null, "Halifax", "NS", "B3J 2J1", "CA"), "standard",
                null, null, Locale.CANADA);
    }
}
