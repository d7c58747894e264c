package app.regulars.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.regulars.catalog.CatalogDesk;
import app.regulars.catalog.ProductForm;
import app.regulars.catalog.VariantId;
import app.regulars.customer.CustomerDirectory;
import app.regulars.inventory.Inventory;
import app.regulars.ordering.CartOwner;
import app.regulars.ordering.Carts;
import app.regulars.ordering.Companion;
import app.regulars.ordering.Companions;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.money.Money;
import app.regulars.pricing.Prices;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What goes with the things in a cart and what could be taken instead stands in the cart, each with its reason. */
@RegularsTest
@WithStaff
class CartRelationsTests {

    private final String tag = UUID.randomUUID().toString().substring(0, 8);

    @Autowired CatalogDesk catalog;
    @Autowired Prices prices;
    @Autowired Inventory inventory;
    @Autowired CustomerDirectory customers;
    @Autowired Carts carts;
    @Autowired Companions companions;

    @Test
    void everyKindOfRelationIsShownWithItsReason() {
        for (var other : List.of("brush", "burrs", "bigger", "slower")) {
            article(other, List.of());
        }
        var grinder = article("grinder", List.of(relation("instead-of", "slower"), relation("upgrade", "bigger"), relation("spare-part", "burrs"), relation("goes-with", "brush")));
        var me = customers.obtain(tag + "@relations.example", "Mira Cole", null, null, Locale.CANADA, "test");
        var owner = CartOwner.of(me);
        carts.add(owner, grinder, 1);
        assertThat(companions.of(carts.of(owner), me, 4, 2)).extracting(Companion::kind, Companion::handle, each -> each.why().en(), each -> each.beside().en(), Companion::ready)
                .containsExactlyInAnyOrder(tuple("spare-part", "burrs-" + tag, "because of burrs", "grinder", true), tuple("goes-with", "brush-" + tag, "because of brush", "grinder", true),
                        tuple("instead-of", "slower-" + tag, "because of slower", "grinder", false), tuple("upgrade", "bigger-" + tag, "because of bigger", "grinder", false));
        assertThat(companions.of(carts.of(owner), me, 1, 1)).as("each has places of its own").extracting(Companion::ready).containsExactly(true, false);
        carts.add(owner, article("kettle", List.of(relation("upgrade", "grinder"))), 1);
        assertThat(companions.of(carts.of(owner), me, 4, 4)).as("what is in the cart already").noneMatch(each -> each.handle().equals("grinder-" + tag));
    }

    private ProductForm.Relation relation(String kind, String other) {
        return new ProductForm.Relation(kind, other + "-" + tag, Localized.of("because of " + other));
    }

    private VariantId article(String handle, List<ProductForm.Relation> relations) {
        var name = Localized.of(handle);
        var id = catalog.save(new ProductForm(handle + "-" + tag, null, List.of(), name, name, name, null, null, "sand", List.of(), "standard", List.of(),
                List.of(new ProductForm.Variant(handle + "-" + tag, Map.of(), null, 100, false)), Map.of(), List.of(), List.of(), null, false,
                Instant.parse("2026-01-01T00:00:00Z")).withRelations(relations)).values().iterator().next();
        prices.setListPrice(id, Money.of("20.00", "CAD"));
        inventory.adjust(id, 9, "counted");
        return id;
    }
}
