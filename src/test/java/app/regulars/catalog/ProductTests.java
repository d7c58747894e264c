package app.regulars.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.regulars.customer.GroupId;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Localized;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The rules of a product: its life, what goes together, in which numbers it is sold, and what its customers may say of it. */
class ProductTests {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Localized WHY = new Localized("We do not grind kilos", "Nous ne moulons pas les kilos");
    private static final List<ProductForm.Option> OPTIONS = List.of(option("weight", "340g", "1kg"), option("grind", "whole", "moka", "filter"));
    private static final List<ProductForm.Rule> RULES = List.of(new ProductForm.Rule(Map.of("weight", "1kg", "grind", "moka"), WHY));

    @Test
    void appearsAndGoesByTheClock() {
        var product = new Product(form().shown(NOW.plusSeconds(60), NOW.plusSeconds(120)), NOW);
        assertThat(product.status()).isEqualTo(Product.Status.SCHEDULED);
        assertThat(product.settle(NOW.plusSeconds(59))).isFalse();
        assertThat(product.settle(NOW.plusSeconds(60))).isTrue();
        assertThat(product.isPublished()).isTrue();
        assertThat(product.settle(NOW.plusSeconds(121))).isTrue();
        assertThat(product.isRetired()).isTrue();
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> product.schedule(NOW, NOW.minusSeconds(1), NOW)).matches(refused -> "retireAt".equals(refused.field()));
    }

    @Test
    void skipsWhatWasMissedWhileNobodyLooked() {
        assertThat(new Product(form().shown(NOW.minus(Duration.ofDays(2)), NOW.minus(Duration.ofDays(1))), NOW).isRetired()).isTrue();
    }

    @Test
    void makesNoVariantThatARuleForbids() {
        var product = new Product(form(), NOW);
        assertThat(product.variants()).extracting(Variant::sku).containsExactly("B-1", "B-2", "B-3");
        product.change(form().configured(RULES, List.of()), NOW);
        assertThat(product.variants()).extracting(Variant::sku).containsExactly("B-1", "B-2");
        product.change(form(), NOW);
        assertThat(product.variants()).as("without the rule it is made again").extracting(Variant::sku).containsExactly("B-1", "B-2", "B-3");
    }

    @Test
    void sellsAgainWhatARuleTookAwayWhenTheRuleGoes() {
        var product = new Product(form(), NOW);
        product.change(product.form().configured(RULES, List.of()), NOW);
        product.change(product.form().configured(List.of(), List.of()), NOW);
        assertThat(product.variants()).as("the same article, not a new one").extracting(Variant::sku).containsExactlyInAnyOrder("B-1", "B-2", "B-3");
        product.change(product.form().withVariants(product.form().variants().subList(0, 2)), NOW);
        product.change(product.form().configured(List.of(), List.of()), NOW);
        assertThat(product.variants()).as("what staff took away stays away").hasSize(2);
    }

    @Test
    void generatesWhatTheRulesLeave() {
        assertThat(Combinations.of(OPTIONS, RULES)).hasSize(5).doesNotContain(Map.of("weight", "1kg", "grind", "moka"));
        var variants = Combinations.variants("b", OPTIONS, RULES, form().variants());
        assertThat(variants).extracting(ProductForm.Variant::sku).containsExactly("B-1", "B-340G-MOKA", "B-340G-FILTER", "B-2", "B-1KG-FILTER");
        assertThat(variants).allMatch(variant -> variant.weightGrams() == 400);
    }

    @Test
    void isSoldInItsNumbersOnly() {
        var sixes = new Quantities(6, 3, 20);
        for (var allowed : List.of(6, 9, 12, 15, 18)) {
            sixes.check(allowed);
        }
        for (var wrong : List.of(0, 1, 5, 7, 19, 20, 21)) {
            assertThat(sixes.allow(wrong)).as("%s", wrong).isFalse();
            assertThatExceptionOfType(Refused.class).as("%s", wrong).isThrownBy(() -> sixes.check(wrong)).matches(refused -> "quantity".equals(refused.field()));
        }
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> sixes.check(7)).matches(refused -> refused.arguments().equals(Map.of("step", 3, "below", 6, "above", 9)));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> new Quantities(6, 1, 5));
    }

    @Test
    void keepsWhatACustomerSaysWithinItsBounds() {
        var inputs = List.of(new ProductForm.Input("text", "text", Localized.of("Engraving"), null, true, 5, null, null, null),
                new ProductForm.Input("height", "number", new Localized("Height", "Hauteur"), null, false, null, new BigDecimal("18"), new BigDecimal("30"), "cm"));
        var said = Configuration.checked(inputs, Map.of("text", " Mira\n", "height", "20,50", "other", "x"));
        assertThat(said.values()).isEqualTo(Map.of("text", "Mira", "height", "20.5"));
        assertThat(Configuration.of(said.text())).isEqualTo(said);
        assertThat(said.words(inputs).en()).isEqualTo("Engraving: Mira, Height: 20.5\u00a0cm");
        assertThat(said.words(inputs).fr()).contains("Hauteur\u00a0: 20,5\u00a0cm");
        refused(inputs, Map.of(), "input-text");
        refused(inputs, Map.of("text", "Too long"), "input-text");
        for (var wrong : List.of("17", "31", "1e9", "abc", "1e-999999")) {
            refused(inputs, Map.of("text", "Mira", "height", wrong), "input-height");
        }
    }

    @Test
    void knowsWhatItsPageLacks() {
        assertThat(Completeness.of(new Product(form(), NOW))).containsExactly("specifications", "text-en", "text-fr", "picture");
    }

    @Test
    void isSeenByItsGroupsOnly() {
        var cafes = new GroupId(UUID.randomUUID());
        var product = new Product(form().limitedTo(Set.of(cafes)), NOW);
        assertThat(Viewer.EVERYONE.sees(product.groups())).isFalse();
        assertThat(new Viewer(Set.of(cafes)).sees(product.groups())).isTrue();
        product.limitTo(Set.of());
        assertThat(Viewer.EVERYONE.sees(product.groups())).isTrue();
    }

    private static void refused(List<ProductForm.Input> inputs, Map<String, String> typed, String field) {
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> Configuration.checked(inputs, typed)).matches(refused -> field.equals(refused.field()));
    }

    private static ProductForm.Option option(String code, String... values) {
        return new ProductForm.Option(code, Localized.of(code), Arrays.stream(values).map(value -> new ProductForm.Value(value, Localized.of(value))).toList());
    }

    private static ProductForm form() {
        var name = Localized.of("beans");
        return new ProductForm("beans", null, List.of(), name, name, name, null, null, "sand", List.of(), "standard", OPTIONS,
                List.of(variant("B-1", "340g", "whole"), variant("B-2", "1kg", "whole"), variant("B-3", "1kg", "moka")), Map.of(), List.of(), List.of(), null, false, NOW);
    }

    private static ProductForm.Variant variant(String sku, String weight, String grind) {
        return new ProductForm.Variant(sku, Map.of("weight", weight, "grind", grind), null, 400, false);
    }
}
