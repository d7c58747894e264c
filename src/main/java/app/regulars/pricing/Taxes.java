package app.regulars.pricing;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.shop.Shop;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which taxes are due somewhere from somebody. */
@Component
class Taxes {

    private final TaxRates rates;
    private final Exemptions exemptions;
    private final Shop shop;

    Taxes(TaxRates rates, Exemptions exemptions, Shop shop) {
        this.rates = rates;
        this.exemptions = exemptions;
        this.shop = shop;
    }

    record Due(List<CartSum.Rate> rates, List<PricedCart.Exemption> exemptions) {
    }

    /** @param province null where it is not known: then nothing is due in Canada, and elsewhere what is due in the whole country */
    Due due(String country, String province, CustomerId customer, Instant at) {
        if (country == null || province == null && "CA".equals(country)) {
            return new Due(List.of(), List.of());
        }
        var place = province == null ? "" : province;
        var day = at.atZone(shop.zone()).toLocalDate();
        var all = rates.of(country, place, day);
        if (all.isEmpty() || customer == null) {
            return new Due(all, List.of());
        }
        var exempt = exemptions.of(customer, country, place, day);
        return new Due(all.stream().filter(rate -> !exempt.containsKey(rate.code())).toList(), all.stream().filter(rate -> exempt.containsKey(rate.code()))
                .map(rate -> new PricedCart.Exemption(rate.code(), exempt.get(rate.code()))).toList());
    }
}
