package app.regulars.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.catalog.ProductId;
import app.regulars.catalog.VariantId;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.id.Ids;
import app.regulars.platform.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UnitPricesTests {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final Item beans = new Item(VariantId.next(), ProductId.next(), Set.of("coffee", "espresso"), cad("48.00"));
    private final UUID cafes = Ids.next();

    @Test
    void nobodyPaysMoreThanTheShopWindow() {
        var unit = new UnitPrices(List.of(amount(cafes, 1, "52.00")), List.of());
        assertThat(unit.each(beans, 1).value()).isEqualTo(cad("48.00"));
        assertThat(PriceWords.plain(unit.each(beans, 1))).isEmpty();
    }

    @Test
    void theHighestQuantityThatIsReachedCounts() {
        var unit = new UnitPrices(List.of(amount(cafes, 1, "42.00"), amount(cafes, 6, "39.50"), amount(cafes, 12, "37.00")), List.of());
        assertThat(unit.each(beans, 5).value()).isEqualTo(cad("42.00"));
        assertThat(unit.each(beans, 6).value()).isEqualTo(cad("39.50"));
        assertThat(unit.each(beans, 99).value()).isEqualTo(cad("37.00"));
        assertThat(unit.breaks(beans)).containsExactly(new Price.Break(6, cad("39.50")), new Price.Break(12, cad("37.00")));
    }

    @Test
    void withinAListTheNarrowestLineCountsAndAmongListsTheLowestPrice() {
        var mine = Ids.next();
        var unit = new UnitPrices(List.of(percent(cafes, Scope.ALL, "50"), amount(cafes, 1, "46.00"), percent(mine, Scope.category("coffee"), "10")), List.of());
        assertThat(unit.each(beans, 1).value()).isEqualTo(cad("43.20"));
        assertThat(PriceWords.plain(unit.each(beans, 1))).extracting(PlainStep::kind).containsExactly(Origin.Kind.LIST, Origin.Kind.PRICE_LIST);
    }

    @Test
    void buyingMoreNeverMakesOnePieceDearer() {
        var unit = new UnitPrices(List.of(percent(cafes, Scope.ALL, "50"), amount(cafes, 6, "39.50"), amount(cafes, 12, "40.00")), List.of());
        assertThat(unit.each(beans, 1).value()).isEqualTo(cad("24.00"));
        assertThat(unit.each(beans, 20).value()).isEqualTo(cad("24.00"));
        assertThat(unit.breaks(beans)).isEmpty();
    }

    @Test
    void anExceptionBindsEvenWhenItIsDearer() {
        var unit = new UnitPrices(List.of(percent(cafes, Scope.ALL, "50")), List.of(agreed(Scope.category("coffee"), "30.00", 2), agreed(Scope.of(beans.variant()), "49.00", 1)));
        var why = unit.each(beans, 1);
        assertThat(why.value()).isEqualTo(cad("49.00"));
        assertThat(PriceWords.full(why)).filteredOn(line -> line.origin() != null && line.origin().kind() == Origin.Kind.PRICE_LIST).allMatch(line -> !line.chosen());
        assertThat(PriceWords.plain(why)).extracting(PlainStep::amount).containsExactly(cad("48.00"), cad("49.00"));
        assertThat(PriceWords.plain(why).toString()).doesNotContain("because");
    }

    @Test
    void ofTwoExceptionsForTheSameTheLaterHolds() {
        var unit = new UnitPrices(List.of(), List.of(agreed(Scope.ALL, "40.00", 1), agreed(Scope.ALL, "41.00", 2)));
        assertThat(unit.each(beans, 1).value()).isEqualTo(cad("41.00"));
    }

    @Test
    void aPercentageIsRoundedToWhatCanBePaid() {
        var odd = new Item(VariantId.next(), ProductId.next(), Set.of(), cad("9.99"));
        assertThat(new UnitPrices(List.of(percent(cafes, Scope.ALL, "15")), List.of()).each(odd, 1).value()).isEqualTo(cad("8.49"));
    }

    @Test
    void whatHasNoListPriceCanStillHaveOneInAList() {
        var own = new Item(beans.variant(), beans.product(), Set.of(), null);
        assertThat(UnitPrices.NONE.each(own, 1)).isNull();
        assertThat(new UnitPrices(List.of(percent(cafes, Scope.ALL, "15")), List.of()).each(own, 1)).isNull();
        assertThat(new UnitPrices(List.of(amount(cafes, 1, "12.00")), List.of()).each(own, 1).value()).isEqualTo(cad("12.00"));
    }

    private Entry amount(UUID list, int from, String amount) {
        return new Entry(list, "Cafés", Localized.of("Café price"), Scope.of(beans.variant()), from, cad(amount), null);
    }

    private static Entry percent(UUID list, Scope scope, String percent) {
        return new Entry(list, "Cafés", Localized.of("Café price"), scope, 1, null, new BigDecimal(percent));
    }

    private static Agreed agreed(Scope scope, String amount, int day) {
        return new Agreed(Ids.next(), scope, cad(amount), null, "because we said so", NOW.plusSeconds(day));
    }

    static Money cad(String amount) {
        return Money.of(amount, "CAD");
    }
}
