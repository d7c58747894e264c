package app.regulars.pricing;

import app.regulars.platform.money.Money;
import app.regulars.platform.shop.Shop;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;

/** The plain entrance for modules that give back a part of an order: which share of the taxes stood on each line, as the cart's sum divided it. */
@Service
public class TaxShares {

    private final TaxRates rates;
    private final Shop shop;

    TaxShares(TaxRates rates, Shop shop) {
        this.rates = rates;
        this.shop = shop;
    }

    /** A line after discounts. */
    public record Net(Money amount, String taxClass) {
    }

    /** @param rate null where only the amount is known */
    public record Taken(String code, BigDecimal rate, Money amount) {
    }

    /**
     * The share of each line, in their order. A tax of which nobody knows what it stood on is divided over all lines and the delivery.
     *
     * @param province may be null
     * @param at       when it was sold
     */
    public List<Money> of(List<Net> lines, Money delivery, List<Taken> taxes, String country, String province, Instant at) {
        var currency = delivery.currency();
        var shares = new ArrayList<Money>(lines.stream().map(line -> Money.zero(currency)).toList());
        var known = country == null ? List.<CartSum.Rate>of() : rates.of(country, province == null ? "" : province, at.atZone(shop.zone()).toLocalDate());
        for (var tax : taxes) {
            var rate = known.stream().filter(each -> tax.rate() != null && each.code().equals(tax.code())).findFirst().orElse(null);
            var on = new ArrayList<Integer>();
            for (int i = 0; i < lines.size(); i++) {
                if (rate == null || rate.on(lines.get(i).taxClass() == null ? "" : lines.get(i).taxClass()).compareTo(tax.rate()) == 0) {
                    on.add(i);
                }
            }
            var weights = new ArrayList<BigDecimal>();
            on.forEach(i -> weights.add(lines.get(i).amount().amount().max(BigDecimal.ZERO)));
            if (rate == null || rate.rate().compareTo(tax.rate()) == 0) {
                weights.add(delivery.amount().max(BigDecimal.ZERO));
            }
            if (on.isEmpty()) {
                continue;
            }
            var parts = Spread.of(tax.amount(), weights);
            for (int i = 0; i < on.size(); i++) {
                shares.set(on.get(i), shares.get(on.get(i)).plus(parts.get(i)));
            }
        }
        return shares;
    }
}
