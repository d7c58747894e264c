package app.regulars.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.catalog.VariantId;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.money.Money;
import app.regulars.pricing.Explanations;
import app.regulars.pricing.Expression;
import app.regulars.pricing.Origin;
import app.regulars.pricing.PlainStep;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the price of a line came about is said as long as there is a piece of it, and never of pieces that are not there. */
class ChangedLineTests {

    private static final String CAD = "CAD";

    private final VariantId mug = VariantId.next();
    /** 24.00 at the till, 20.00 for cafés; six pieces, 10 % and 3.00 off. */
    private final Expression each = new Expression.Lowest(List.of(amount("24.00", Origin.Kind.LIST), amount("20.00", Origin.Kind.PRICE_LIST)));
    private final Expression whole = new Expression.Less(new Expression.Times(each, 6), List.of(
            new Expression.Percent(new Expression.Times(each, 6), BigDecimal.TEN, origin(Origin.Kind.PROMOTION)), amount("3.00", Origin.Kind.COUPON)));
    private final OrderLine sold = line(6, "120.00", "15.00");

    @Test
    void saysHowItWasComputedWhenItWasOrdered() {
        var file = file(sold, whole);
        assertThat(file.plain()).extracting(PlainStep::kind).containsExactly(Origin.Kind.LIST, Origin.Kind.PRICE_LIST, Origin.Kind.GOODS, Origin.Kind.PROMOTION, Origin.Kind.COUPON);
        assertThat(file.plain()).extracting(PlainStep::amount).containsExactly(cad("24.00"), cad("20.00"), cad("120.00"), cad("12.00"), cad("3.00"));
        assertThat(file.ordered()).isEqualTo(6);
    }

    @Test
    void afterAChangeItSpeaksOfThePiecesThatAreThere() {
        for (var pieces : List.of(1, 2, 5, 6, 9)) {
            var now = sold.of(2).of(pieces);
            var file = file(now, whole);
            assertThat(file.why()).as("staff see how it was computed").isEqualTo(whole);
            assertThat(file.ordered()).isEqualTo(6);
            assertThat(file.plain().getFirst()).isEqualTo(new PlainStep(Origin.Kind.LIST, null, 0, cad("24.00")));
            assertThat(off(file)).as("what is taken off %d pieces", pieces).isEqualTo(file.discount());
            var goods = file.plain().stream().filter(step -> step.kind() == Origin.Kind.GOODS).toList();
            if (pieces == 1) {
                assertThat(goods).isEmpty();
            } else {
                assertThat(goods).singleElement().isEqualTo(new PlainStep(Origin.Kind.GOODS, null, pieces, file.total()));
            }
        }
        assertThat(file(sold.of(2), whole).plain()).extracting(PlainStep::amount).containsExactly(cad("24.00"), cad("20.00"), cad("40.00"), cad("4.00"), cad("1.00"));
    }

    @Test
    void ofNothingNothingIsSaidAndWithNothingOffItIsThePriceOfAPiece() {
        assertThat(file(sold.of(0), whole).plain()).isEmpty();
        var plain = file(line(6, "120.00", "0.00").of(4), new Expression.Times(each, 6)).plain();
        assertThat(plain).extracting(PlainStep::kind).containsExactly(Origin.Kind.LIST, Origin.Kind.PRICE_LIST);
        assertThat(file(sold.of(0).of(3), whole).plain()).as("what was taken off went with the pieces").extracting(PlainStep::kind)
                .containsExactly(Origin.Kind.LIST, Origin.Kind.PRICE_LIST);
    }

    @Test
    void aLineThatCameLaterDoesNotBorrowTheReasonOfAnother() {
        assertThat(file(line(6, "120.00", "0.00").comeLater(), whole).plain()).isEmpty();
    }

    private OrderFile.Line file(OrderLine line, Expression why) {
        return line.file(CAD, List.of(new Explanations.Line(mug.value(), 6, why)), true);
    }

    private static Money off(OrderFile.Line line) {
        return line.plain().stream().filter(PlainStep::isDiscount).map(PlainStep::amount).reduce(Money.zero(CAD), Money::plus);
    }

    private OrderLine line(int pieces, String total, String off) {
        return new OrderLine(mug, "M-1", "mug", "Mug", null, null, null, null, null, "standard", 0, pieces, new BigDecimal("20.00"), new BigDecimal(total),
                new BigDecimal("24.00"), new BigDecimal(off));
    }

    private static Expression amount(String amount, Origin.Kind kind) {
        return new Expression.Stated(cad(amount), origin(kind));
    }

    private static Origin origin(Origin.Kind kind) {
        return new Origin(kind, null, null, kind == Origin.Kind.LIST ? null : Localized.of(kind.name()), null, 0);
    }

    private static Money cad(String amount) {
        return Money.of(amount, CAD);
    }
}
