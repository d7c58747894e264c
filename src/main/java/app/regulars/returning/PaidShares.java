package app.regulars.returning;

import app.regulars.ordering.LineCredit;
import app.regulars.ordering.OrderFile;
import app.regulars.platform.money.Money;
import app.regulars.pricing.TaxShares;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import org.springframework.stereotype.Component;

/** What was paid for pieces of a line: its price less its share of every discount, and its share of the taxes, to the cent. */
@Component
class PaidShares {

    private final TaxShares taxes;

    PaidShares(TaxShares taxes) {
        this.taxes = taxes;
    }

    /** What was paid for the whole line, with tax. */
    Money of(OrderFile order, int line) {
        var nets = order.lines().stream().map(each -> new TaxShares.Net(each.total().minus(each.discount()), each.taxClass())).toList();
        var address = order.address();
        var shares = taxes.of(nets, order.shipping(), order.taxes().stream().map(tax -> new TaxShares.Taken(tax.code(), tax.rate(), tax.amount())).toList(),
                address == null ? null : address.country(), address == null ? null : address.province(), order.summary().placedAt());
        return nets.get(line).amount().plus(shares.get(line)).rounded();
    }

    /**
     * What credits and vouchers paid of the pieces, before taxes: with the last ones everything that is left of the line's, to the cent.
     *
     * @param given what came back or was kept back of pieces that were settled before
     */
    static Money credit(LineCredit credit, Money given, int pieces, int before, int all) {
        var whole = credit.whole();
        var left = whole.minus(given);
        var part = before + pieces >= all ? left : credit.upTo(before + pieces).minus(credit.upTo(before));
        return left.isNegative() ? Money.zero(whole.currency()) : left.isAtLeast(part) ? part : left;
    }

    /** What of an amount with tax stands for the goods, as on the line it was paid for; the taxes on them go with it. */
    Money net(OrderFile order, int line, Money amount) {
        var sold = order.lines().get(line);
        var whole = of(order, line);
        return whole.isZero() ? Money.zero(amount.currency()) : Money.of(amount.amount().multiply(sold.total().minus(sold.discount()).amount())
                .divide(whole.amount(), 10, RoundingMode.HALF_UP), amount.currency()).rounded();
    }

    /**
     * The share of some pieces, so that all of them together are the whole whatever the order in which they come.
     *
     * @param before pieces that were settled before
     */
    static Money part(Money whole, int pieces, int before, int all) {
        return upTo(whole, before + pieces, all).minus(upTo(whole, before, all));
    }

    private static Money upTo(Money whole, int pieces, int all) {
        if (pieces >= all) {
            return whole;
        }
        var decimals = Math.max(0, Currency.getInstance(whole.currency()).getDefaultFractionDigits());
        return Money.of(whole.amount().multiply(BigDecimal.valueOf(pieces)).divide(BigDecimal.valueOf(all), decimals, RoundingMode.HALF_UP), whole.currency());
    }
}
