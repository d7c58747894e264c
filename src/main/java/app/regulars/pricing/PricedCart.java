package app.regulars.pricing;

import app.regulars.catalog.VariantId;
import app.regulars.platform.money.Money;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a cart costs, to the cent: total = goods − discounts + shipping + the taxes.
 *
 * @param goods      the sum of the lines before discounts, without tax
 * @param exemptions the taxes that this customer need not pay here
 * @param codes      what became of each coupon and voucher that was typed
 * @param why        computes the total; null where it was not computed here
 */
public record PricedCart(List<Line> lines, Money goods, List<Discount> discounts, Money shipping, List<Tax> taxes, List<Exemption> exemptions, Money total,
                         List<Code> codes, Expression why) {

    /** Without discounts, as something else computed it. */
    public PricedCart(List<Line> lines, Money goods, Money shipping, List<Tax> taxes, Money total) {
        this(lines, goods, List.of(), shipping, taxes, List.of(), total, List.of(), null);
    }

    /**
     * A line.
     *
     * @param total    each times quantity, rounded
     * @param discount what is taken off the line, its share of what is taken off the order included
     * @param credit   of that, what vouchers and credits paid
     * @param tax      the line's share of the taxes
     * @param each     of one piece at this quantity
     * @param why      computes what the line costs after discounts; null where it was not computed here
     */
    public record Line(VariantId variant, int quantity, Money each, Money list, Money total, String taxClass, Money discount, Money credit, Money tax, Expression why) {

        public Line(VariantId variant, int quantity, Money each, Money list, Money total, String taxClass) {
            this(variant, quantity, each, list, total, taxClass, Money.zero(total.currency()), Money.zero(total.currency()), Money.zero(total.currency()), null);
        }

        /** What is paid for the line, without tax. */
        public Money net() {
            return total.minus(discount);
        }
    }

    /**
     * What was taken off, over all lines.
     *
     * @param source the code of the {@link DiscountSource}, or null for a promotion
     * @param code   the coupon or voucher that was typed, or null
     */
    public record Discount(Origin origin, String source, String code, Money amount) {
    }

    /**
     * One tax of the destination.
     *
     * @param code "GST", "HST", "PST" or "QST"; elsewhere as it was configured
     * @param rate as a fraction, 0.15 for 15 %
     */
    public record Tax(String code, BigDecimal rate, Money amount) {
    }

    public record Exemption(String code, String certificate) {
    }

    /** What became of a code; the text pricing.code.{state} says it. @param missing what goods are short of the minimum, or null */
    public record Code(String code, State state, Money missing) implements Serializable {

        public enum State {
            APPLIED, UNKNOWN, NOT_NOW, NOT_YOURS, SIGN_IN, USED, MINIMUM, NO_GOODS, BETTER
        }
    }

    /** What was taken off in all. */
    public Money discount() {
        return discounts.stream().map(Discount::amount).reduce(Money.zero(goods.currency()), Money::plus);
    }
}
