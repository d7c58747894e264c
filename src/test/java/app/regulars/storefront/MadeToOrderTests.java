package app.regulars.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.regulars.catalog.CatalogDesk;
import app.regulars.catalog.Configuration;
import app.regulars.catalog.MyConfigurations;
import app.regulars.catalog.ProductForm;
import app.regulars.catalog.VariantId;
import app.regulars.catalog.Viewer;
import app.regulars.customer.CustomerDirectory;
import app.regulars.inventory.Inventory;
import app.regulars.invoicing.Invoices;
import app.regulars.ordering.CartOwner;
import app.regulars.ordering.Carts;
import app.regulars.ordering.Checkout;
import app.regulars.ordering.CheckoutForm;
import app.regulars.ordering.CheckoutResult;
import app.regulars.ordering.MyOrders;
import app.regulars.ordering.NewOrder;
import app.regulars.ordering.OrderFile;
import app.regulars.ordering.OrderNumber;
import app.regulars.ordering.Orders;
import app.regulars.ordering.PickList;
import app.regulars.ordering.ui.staff.OrderSlip;
import app.regulars.platform.Refused;
import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import app.regulars.platform.web.Templates;
import app.regulars.pricing.Prices;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What a customer says of the piece that is made for her: never cut, kept, ordered again, and printed wherever somebody makes, packs or pays it. */
@RegularsTest
@WithStaff
class MadeToOrderTests {

    private static final int MOST = 24;

    private final String tag = UUID.randomUUID().toString().substring(0, 8);

    @Autowired CatalogDesk catalog;
    @Autowired Prices prices;
    @Autowired Inventory inventory;
    @Autowired CustomerDirectory customers;
    @Autowired MyConfigurations configurations;
    @Autowired ProductPages products;
    @Autowired Carts carts;
    @Autowired Checkout checkout;
    @Autowired MyOrders mine;
    @Autowired Orders orders;
    @Autowired Invoices invoices;
    @Autowired TransactionTemplate transaction;
    @Autowired Templates templates;
    @Autowired Clock clock;

    @Test
    void isPrintedWhereverSomebodyMakesPacksOrPaysIt() {
        var mug = mug();
        var me = customers.obtain(tag + "@made.example", "Mira Cole", null, null, Locale.CANADA, "test");
        configurations.add(me, mug, new Configuration(Map.of("engraving", "For Mira & Ole")), "Ours");
        var saved = configurations.list(me).getFirst();
        var first = bought(me, mug, saved.configuration());
        printed(orders.file(first).orElseThrow(), orders.file(first, me).orElseThrow());

        var again = mine.reorder(me, first).lines().getFirst();
        var placed = (CheckoutResult.Placed) checkout.place(new NewOrder(Ids.next(), me, null, List.of(new Prices.Wish(again.variant(), again.quantity(), again.configuration())), form(),
                null, "reorder"));
        printed(orders.file(placed.number()).orElseThrow(), orders.file(placed.number(), me).orElseThrow());
    }

    private void printed(OrderFile staff, OrderFile customers) {
        assertThat(customers.lines().getFirst().options().en()).contains("Engraving: For Mira & Ole");
        assertThat(customers.lines().getFirst().options().fr()).contains("Gravure").contains("For Mira & Ole");
        assertThat(staff.lines().getFirst().configuration().values()).containsEntry("engraving", "For Mira & Ole");
        for (var locale : List.of(Locale.CANADA, Locale.CANADA_FRENCH)) {
            var name = locale.equals(Locale.CANADA) ? "Engraving" : "Gravure";
            assertThat(templates.render("ordering/paper-picking.jte", locale, Map.of("list", PickList.of(List.of(staff)), "orders", List.of(staff)))).as("pick list")
                    .contains(name).contains("For Mira &amp; Ole");
            assertThat(templates.render("ordering/paper-slips.jte", locale, Map.of("slips", List.of(new OrderSlip(staff, null))))).as("packing slip").contains(name)
                    .contains("For Mira &amp; Ole");
        }
        var invoice = WholeInvoice.of(staff, invoices, transaction, clock.instant());
        assertThat(invoice.lines().getFirst().options()).isEqualTo("Engraving: For Mira & Ole");
        assertThat(templates.render("invoicing/paper.jte", invoice.locale(), Map.of("invoice", invoice))).as("invoice").contains("Engraving: For Mira &amp; Ole");
    }

    @Test
    void whatIsTooLongIsRefusedBesideItsFieldAndNeverCut() {
        var mug = mug();
        var me = customers.obtain(tag + "@made.example", "Mira Cole", null, null, Locale.CANADA, "test");
        var owner = CartOwner.of(me);
        for (var length : List.of(MOST + 1, 10_000)) {
            var words = new Configuration(Map.of("engraving", "x".repeat(length)));
            assertThatExceptionOfType(Refused.class).isThrownBy(() -> carts.add(owner, mug, words, 1)).satisfies(refused -> {
                assertThat(refused.field()).isEqualTo("input-engraving");
                assertThat(refused.arguments()).isEqualTo(Map.of("most", MOST));
            });
            assertThatExceptionOfType(Refused.class).isThrownBy(() -> configurations.add(me, mug, words, "Ours")).satisfies(refused -> assertThat(refused.field()).isEqualTo("input-engraving"));
        }
        assertThat(carts.of(owner).lines()).isEmpty();
        assertThat(configurations.list(me)).isEmpty();
        var page = products.buy(products.choice("made-" + tag, "", new Shopper(me, Viewer.EVERYONE)).orElseThrow(), Locale.CANADA, 1, null);
        var field = page.substring(page.indexOf("<input class=\"input\" id=\"input-engraving\""));
        assertThat(field.substring(0, field.indexOf('>'))).as("the browser would cut it without a word").doesNotContain("maxlength");
        assertThat(page).contains("At most 24 characters");
    }

    private OrderNumber bought(CustomerId me, VariantId mug, Configuration said) {
        var owner = CartOwner.of(me);
        carts.add(owner, mug, said, 1);
        var cart = carts.of(owner);
        return ((CheckoutResult.Placed) checkout.place(owner, cart.key(), form(), null)).number();
    }

    private VariantId mug() {
        var name = Localized.of("Mug");
        var form = new ProductForm("made-" + tag, null, List.of(), name, name, name, null, null, "sand", List.of(), "standard", List.of(),
                List.of(new ProductForm.Variant("MADE-" + tag, Map.of(), null, 100, false)), Map.of(), List.of(), List.of(), null, false, Instant.parse("2026-01-01T00:00:00Z"));
        var mug = catalog.save(form.configured(List.of(), List.of(new ProductForm.Input("engraving", "text", new Localized("Engraving", "Gravure"), null, true, MOST, null, null,
                null)))).values().iterator().next();
        prices.setListPrice(mug, Money.of("39.99", "CAD"));
        inventory.adjust(mug, 50, "counted");
        return mug;
    }

    private CheckoutForm form() {
        return new CheckoutForm("Mira Cole", null, tag + "@made.example", null, new PostalAddress("Mira Cole", "1 Made Road", null, "Halifax", "NS", "B3J 2J1", "CA"), "standard",
                null, null, Locale.CANADA);
    }
}
