package app.regulars.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.catalog.CatalogDesk;
import app.regulars.catalog.ProductForm;
import app.regulars.catalog.VariantId;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.money.Money;
import app.regulars.testing.RegularsTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import app.regulars.testing.WithStaff;

@RegularsTest
@WithStaff
class PricesModuleTests {

    @Autowired
    private Prices prices;
    @Autowired
    private CatalogDesk desk;

    private VariantId beans;
    private VariantId mug;

    @BeforeEach
    void stock() {
        beans = desk.save(product("beans", "basic-grocery", "B-1")).get("B-1");
        mug = desk.save(product("mug", "standard", "M-1")).get("M-1");
        prices.setListPrices(Map.of(beans, cad("54.00"), mug, cad("24.00")));
    }

    @Test
    void taxesStandardGoodsAndDeliveryButNotBasicGroceries() {
        var cart = prices.price(List.of(new Prices.Wish(beans, 2), new Prices.Wish(mug, 3)), null, "CA", "PE", cad("6.00"));
        assertThat(cart.goods()).isEqualTo(cad("180.00"));
        assertThat(cart.taxes()).singleElement().satisfies(tax -> {
            assertThat(tax.code()).isEqualTo("HST");
            assertThat(tax.amount()).isEqualTo(cad("11.70"));
        });
        assertThat(cart.total()).isEqualTo(cad("197.70"));
    }

    @Test
    void addsBothTaxesOfQuebecEachRoundedOnce() {
        var cart = prices.price(List.of(new Prices.Wish(mug, 1)), null, "CA", "QC", cad("0"));
        assertThat(cart.taxes()).extracting(PricedCart.Tax::code).containsExactly("GST", "QST");
        assertThat(cart.taxes()).extracting(PricedCart.Tax::amount).containsExactly(cad("1.20"), cad("2.39"));
    }

    @Test
    void takesTheRateOfToday() {
        assertThat(prices.price(List.of(new Prices.Wish(mug, 1)), null, "CA", "NS", cad("0")).taxes().getFirst().rate()).isEqualByComparingTo("0.14");
    }

    @Test
    void addsNoTaxAbroadOrBeforeTheProvinceIsKnown() {
        assertThat(prices.price(List.of(new Prices.Wish(mug, 1)), null, "NZ", "AUK", cad("0")).taxes()).isEmpty();
        assertThat(prices.price(List.of(new Prices.Wish(mug, 1)), null, "CA", null, cad("0")).taxes()).isEmpty();
    }

    @Test
    void everyTotalIsTheSumOfItsParts() {
        var random = new Random(7);
        var provinces = List.of("AB", "BC", "MB", "NB", "NL", "NS", "NT", "NU", "ON", "PE", "QC", "SK", "YT");
        for (int i = 0; i < 300; i++) {
            var wishes = new ArrayList<Prices.Wish>();
            var cents = new HashMap<VariantId, Money>();
            for (var variant : List.of(beans, mug)) {
                cents.put(variant, Money.of(String.valueOf(random.nextInt(1, 20_000) / 100.0), "CAD"));
                wishes.add(new Prices.Wish(variant, random.nextInt(1, 50)));
            }
            prices.setListPrices(cents);
            var cart = prices.price(wishes, null, "CA", provinces.get(random.nextInt(provinces.size())), Money.of(String.valueOf(random.nextInt(3000) / 100.0), "CAD"));
            var lines = cart.lines().stream().map(PricedCart.Line::total).reduce(cad("0"), Money::plus);
            assertThat(lines).isEqualTo(cart.goods());
            assertThat(cart.taxes().stream().map(PricedCart.Tax::amount).reduce(cart.goods().plus(cart.shipping()), Money::plus)).isEqualTo(cart.total());
            assertThat(cart.total()).isEqualTo(cart.total().rounded());
        }
    }

    private static Money cad(String amount) {
        return Money.of(amount, "CAD");
    }

    private static ProductForm product(String handle, String taxClass, String sku) {
        var name = Localized.of(handle);
        return new ProductForm(handle, null, List.of(), name, name, name, null, null, "sand", List.of(), taxClass, List.of(),
                List.of(new ProductForm.Variant(sku, Map.of(), null, 100, false)), Map.of(), List.of(), List.of(), null, false,
                Instant.parse("2026-01-01T00:00:00Z"));
    }
}
