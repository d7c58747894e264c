package app.regulars.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.catalog.CatalogDesk;
import app.regulars.catalog.ProductForm;
import app.regulars.catalog.VariantId;
import app.regulars.inventory.Inventory;
import app.regulars.inventory.InventoryDesk;
import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.id.Ids;
import app.regulars.platform.money.Money;
import app.regulars.pricing.Prices;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A run on something scarce: what is there is sold, to the last piece and not one more. */
@RegularsTest(properties = "db-scheduler.enabled=false")
@WithStaff
class SoldOutModuleTests {

    private static final int BUYERS = 200;
    private static final int PIECES = 100;

    @Autowired
    private Checkout checkout;
    @Autowired
    private CatalogDesk catalog;
    @Autowired
    private Prices prices;
    @Autowired
    private Inventory inventory;
    @Autowired
    private InventoryDesk desk;

    @Test
    void twoHundredCheckoutsAtOnceSellExactlyTheHundredThatAreThere() throws Exception {
        var tag = UUID.randomUUID().toString().substring(0, 8);
        var name = Localized.of("Mug");
        var mug = catalog.save(new ProductForm("rare-" + tag, null, List.of(), name, name, name, null, null, "sand", List.of(), "standard", List.of(),
                List.of(new ProductForm.Variant("RARE-" + tag, Map.of(), null, 400, false)), Map.of(), List.of(), List.of(), null, false,
                Instant.parse("2026-01-01T00:00:00Z"))).values().iterator().next();
        prices.setListPrice(mug, Money.of("24.00", "CAD"));
        inventory.adjust(mug, PIECES, "delivered");
        var placed = 0;
        var soldOut = 0;
        try (var buyers = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, BUYERS).<Callable<CheckoutResult>>mapToObj(buyer -> () -> checkout.place(order(mug, tag + buyer))).toList();
            for (var one : buyers.invokeAll(all)) {
                switch (one.get()) {
                    case CheckoutResult.Placed done -> placed++;
                    case CheckoutResult.SoldOut gone -> soldOut++;
                    default -> throw new AssertionError("neither sold nor sold out");
                }
            }
        }
        assertThat(placed).isEqualTo(PIECES);
        assertThat(soldOut).isEqualTo(BUYERS - PIECES);
        assertThat(inventory.available(List.of(mug))).isEqualTo(Map.of(mug, 0));
        assertThat(desk.levels(List.of(mug)).get(mug).reserved()).isEqualTo(PIECES);
        assertThat(desk.differences()).noneMatch(difference -> difference.variant().equals(mug));
    }

    private static NewOrder order(VariantId mug, String buyer) {
        var address = new PostalAddress("Kim Buyer", "1 Water Street", null, "Charlottetown", "PE", "C1A 1A1", "CA");
        return new NewOrder(Ids.next(), null, List.of(new Prices.Wish(mug, 1)),
                new CheckoutForm("Kim Buyer", null, buyer + "@buyers.example", null, address, "standard", null, null, Locale.CANADA), null, "web");
    }
}
