package app.regulars.pricing;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import java.util.List;

/**
 * What somebody wants the price of.
 *
 * @param customer whose conditions hold; null for a visitor
 * @param counted  whose uses of promotions count; null where nobody is known
 * @param codes    of coupons and vouchers, as typed
 * @param country  ISO 3166-1 alpha-2
 * @param province "PE", "NS", ...; null where the destination is not known yet: then no taxes are answered
 * @param shipping taxed as the goods of class "standard"
 */
public record Asked(List<Prices.Wish> wishes, CustomerId customer, CustomerId counted, List<String> codes, String country, String province, Money shipping) {

    public Asked(List<Prices.Wish> wishes, CustomerId customer, List<String> codes, String country, String province, Money shipping) {
        this(wishes, customer, customer, codes, country, province, shipping);
    }
}
