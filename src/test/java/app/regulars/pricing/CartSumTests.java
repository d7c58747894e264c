package app.regulars.pricing;

import static app.regulars.pricing.UnitPricesTests.cad;
import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.catalog.ProductId;
import app.regulars.catalog.VariantId;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.id.Ids;
import app.regulars.platform.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CartSumTests {

    private static final Map<String, BigDecimal> GROCERY = Map.of("basic-grocery", BigDecimal.ZERO);

    @Test
    void spreadsAnAmountToTheCentByTheLargestRemainder() {
        assertThat(Spread.of(cad("10.00"), weights("1", "1", "1"))).containsExactly(cad("3.34"), cad("3.33"), cad("3.33"));
        assertThat(Spread.of(cad("0.01"), weights("1", "5", "3"))).containsExactly(cad("0"), cad("0.01"), cad("0"));
        assertThat(Spread.of(cad("5.00"), weights("0", "0"))).containsExactly(cad("5.00"), cad("0"));
        assertThat(Spread.of(cad("7.77"), weights("19.99", "0.01", "3.50"))).containsExactly(cad("6.61"), cad("0"), cad("1.16"));
    }

    @Test
    void takesTheBestForTheCustomer() {
        var together = List.of(percent("5", true), percent("10", true), percent("12", false));
        assertThat(off(together, null, line("100.00", 1))).isEqualTo(cad("15.00"));
        assertThat(off(List.of(percent("5", true), percent("10", true), percent("20", false)), null, line("100.00", 1))).isEqualTo(cad("20.00"));
    }

    @Test
    void promotionsTakeOffNoMoreThanTheLimitAndShareIt() {
        var sum = new CartSum(List.of(line("100.00", 1), line("50.00", 1)), "CAD");
        sum.promote(List.of(percent("20", true), percent("30", true)), new BigDecimal("25"));
        var priced = sum.sum(cad("0"), List.of(), List.of(), List.of());
        assertThat(priced.discount()).isEqualTo(cad("37.50"));
        assertThat(priced.discounts()).extracting(PricedCart.Discount::amount).containsExactlyInAnyOrder(cad("15.00"), cad("22.50"));
        assertThat(priced.lines()).extracting(PricedCart.Line::net).containsExactly(cad("75.00"), cad("37.50"));
    }

    @Test
    void noLineGoesBelowZero() {
        assertThat(off(List.of(percent("70", true), percent("60", true)), null, line("9.99", 3))).isEqualTo(cad("29.97"));
        assertThat(off(List.of(amount("50.00")), null, line("9.99", 1))).isEqualTo(cad("9.99"));
    }

    @Test
    void theCheapestPiecesAreTheFreeOnes() {
        var three = new Promotion(Ids.next(), "3 for 2", Localized.of("3 for 2"), PromotionKind.BUY_GET, Scope.ALL, new BigDecimal("100"), null, 2, 1, null, null, true, null);
        assertThat(off(List.of(three), null, line("10.00", 2), line("4.00", 1))).isEqualTo(cad("4.00"));
        assertThat(off(List.of(three), null, line("10.00", 2))).isEqualTo(cad("0"));
        assertThat(off(List.of(three), null, line("10.00", 5), line("4.00", 1))).isEqualTo(cad("14.00"));
    }

    @Test
    void aComplementIsCheaperForEveryPieceItGoesWith() {
        var kettle = line("80.00", 2);
        var filters = line("9.50", 3);
        var complement = new Promotion(Ids.next(), "filters", Localized.of("filters"), PromotionKind.COMPLEMENT, Scope.of(kettle.item().variant()), new BigDecimal("100"), null, 1, 1,
                filters.item().variant(), null, true, null);
        assertThat(off(List.of(complement), null, kettle, filters)).isEqualTo(cad("19.00"));
        assertThat(off(List.of(complement), null, filters)).isEqualTo(cad("0"));
    }

    @Test
    void promotionsPassALineWithAnExceptionBy() {
        var plain = line("10.00", 1);
        var agreed = new CartLine(plain.item(), 1, "standard", plain.each(), plain.total(), true);
        assertThat(off(List.of(percent("50", true)), null, agreed)).isEqualTo(cad("0"));
    }

    @Test
    void aVoucherIsTakenOffWhatIsLeftAndLowersTheTax() {
        var sum = new CartSum(List.of(line("20.00", 1), line("10.00", 1)), "CAD");
        assertThat(sum.takeOff("voucher", new DiscountSource.Offered("W-1", cad("10.00"), Localized.of("Welcome")))).isTrue();
        assertThat(sum.takeOff("voucher", new DiscountSource.Offered("W-2", cad("99.00"), Localized.of("Welcome")))).isTrue();
        assertThat(sum.takeOff("voucher", new DiscountSource.Offered("W-3", cad("1.00"), Localized.of("Welcome")))).isFalse();
        var priced = sum.sum(cad("0"), List.of(new CartSum.Rate("HST", new BigDecimal("0.15"), GROCERY)), List.of(), List.of());
        assertThat(priced.total()).isEqualTo(cad("0"));
        assertThat(priced.discounts()).extracting(PricedCart.Discount::amount).containsExactly(cad("10.00"), cad("20.00"));
    }

    /** Two mugs at 24.99, beans at 18.50 (zero-rated), delivery 9.50: taxable 59.48 everywhere in Canada. Reckoned by hand. */
    @Test
    void taxesEveryProvinceAsReckonedByHand() {
        var rates = Map.ofEntries(Map.entry("AB 5", "2.97"), Map.entry("BC 5 7", "2.97 4.16"), Map.entry("MB 5 7", "2.97 4.16"), Map.entry("NB 15", "8.92"), Map.entry("NL 15", "8.92"),
                Map.entry("NS 14", "8.33"), Map.entry("NT 5", "2.97"), Map.entry("NU 5", "2.97"), Map.entry("ON 13", "7.73"), Map.entry("PE 15", "8.92"),
                Map.entry("QC 5 9.975", "2.97 5.93"), Map.entry("SK 5 6", "2.97 3.57"), Map.entry("YT 5", "2.97"));
        rates.forEach((place, due) -> {
            var percents = place.substring(3).split(" ");
            var taxes = new ArrayList<CartSum.Rate>();
            for (int i = 0; i < percents.length; i++) {
                taxes.add(new CartSum.Rate("T" + i, new BigDecimal(percents[i]).movePointLeft(2), GROCERY));
            }
            var mugs = line("24.99", 2);
            var beans = line("18.50", 1);
            var priced = new CartSum(List.of(mugs, new CartLine(beans.item(), 1, "basic-grocery", beans.each(), beans.total(), false)), "CAD").sum(cad("9.50"), taxes, List.of(), List.of());
            assertThat(priced.taxes()).as(place).extracting(PricedCart.Tax::amount).containsExactly(java.util.Arrays.stream(due.split(" ")).map(UnitPricesTests::cad).toArray(Money[]::new));
            assertThat(priced.total()).isEqualTo(priced.taxes().stream().map(PricedCart.Tax::amount).reduce(cad("77.98"), Money::plus));
            assertThat(priced.lines().getLast().tax()).isEqualTo(cad("0"));
            assertThat(priced.why().value()).isEqualTo(priced.total());
        });
    }

    @Test
    void anExplanationThatWasWrittenDownRecomputes() throws Exception {
        var json = new JsonMapper();
        var sum = new CartSum(List.of(line("19.99", 3), line("7.35", 2)), "CAD");
        sum.promote(List.of(percent("7.5", true), amount("5.00"), percent("33", true)), new BigDecimal("30"));
        sum.takeOff("voucher", new DiscountSource.Offered("W-1", cad("3.33"), Localized.of("Welcome")));
        for (var line : sum.sum(cad("9.50"), List.of(), List.of(), List.of()).lines()) {
            var read = json.readValue(json.writeValueAsString(line.why()), Expression.class);
            assertThat(read).isEqualTo(line.why());
            assertThat(read.value()).isEqualTo(line.net());
        }
    }

    private static Money off(List<Promotion> promotions, BigDecimal most, CartLine... lines) {
        var sum = new CartSum(List.of(lines), "CAD");
        sum.promote(promotions, most);
        return sum.sum(cad("0"), List.of(), List.of(), List.of()).discount();
    }

    private static CartLine line(String each, int quantity) {
        var stated = new Expression.Stated(cad(each), Origin.of(Origin.Kind.LIST));
        return new CartLine(new Item(VariantId.next(), ProductId.next(), Set.of("coffee"), cad(each)), quantity, "standard", stated, new Expression.Times(stated, quantity), false);
    }

    private static Promotion percent(String percent, boolean combinable) {
        return new Promotion(Ids.next(), percent + " %", Localized.of(percent), PromotionKind.PERCENT, Scope.ALL, new BigDecimal(percent), null, 0, 0, null, null, combinable, null);
    }

    private static Promotion amount(String amount) {
        return new Promotion(Ids.next(), amount, Localized.of(amount), PromotionKind.AMOUNT, Scope.ALL, null, cad(amount), 0, 0, null, null, true, null);
    }

    private static List<BigDecimal> weights(String... weights) {
        return java.util.Arrays.stream(weights).map(BigDecimal::new).toList();
    }
}
