package app.regulars.pricing;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * The taxes of what was sold already: by the rates and exemptions of the day it was sold, in the same way as {@link Prices} does it for
 * carts, so that the same goods answer the same cents.
 */
@Service
public class SalesTaxes {

    private final Taxes taxes;

    SalesTaxes(Taxes taxes) {
        this.taxes = taxes;
    }

    /** Goods of one class, after discounts. @param taxClass null for the usual one */
    public record Goods(String taxClass, Money net) {
    }

    /**
     * Each tax is its rate on the sum of what it is due on, rounded once.
     *
     * @param province null where it is not known
     * @param at       when it was sold
     */
    public List<PricedCart.Tax> of(List<Goods> goods, Money shipping, String country, String province, CustomerId customer, Instant at) {
        var result = new ArrayList<PricedCart.Tax>();
        for (var rate : taxes.due(country, province, customer, at).rates()) {
            var bases = new LinkedHashMap<BigDecimal, Money>();
            goods.forEach(each -> bases.merge(each.taxClass() == null ? rate.rate() : rate.on(each.taxClass()), each.net(), Money::plus));
            bases.merge(rate.rate(), shipping, Money::plus);
            bases.forEach((percent, base) -> {
                var amount = base.times(percent);
                if (percent.signum() > 0 && !amount.isZero()) {
                    result.add(new PricedCart.Tax(rate.code(), percent, amount));
                }
            });
        }
        return result;
    }
}
