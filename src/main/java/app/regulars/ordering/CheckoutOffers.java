package app.regulars.ordering;

import app.regulars.customer.Companies;
import app.regulars.customer.CustomerCard;
import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.address.AddressFormats;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import app.regulars.platform.shop.Shop;
import app.regulars.pricing.Asked;
import app.regulars.pricing.DiscountSource;
import app.regulars.pricing.Prices;
import app.regulars.pricing.Terms;
import app.regulars.shipping.ShippingOption;
import app.regulars.shipping.ShippingRates;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What goods cost with their delivery: the prices, the ways to send, and what was agreed of both. */
@Component
class CheckoutOffers {

    private static final int DAYS_TO_PAY = 30;

    private final Prices prices;
    private final CartLines cartLines;
    private final ShippingRates rates;
    private final CustomerDirectory customers;
    private final Companies companies;
    private final Shop shop;
    private final OrderScope scope;

    CheckoutOffers(Prices prices, CartLines cartLines, ShippingRates rates, CustomerDirectory customers, Companies companies, Shop shop, OrderScope scope) {
        this.prices = prices;
        this.cartLines = cartLines;
        this.rates = rates;
        this.customers = customers;
        this.companies = companies;
        this.shop = shop;
        this.scope = scope;
    }

    /**
     * @param customer whose conditions hold; null for a visitor
     * @param email    of whom staff order for, so that what she used before counts. Never what a visitor typed: the answer would tell her
     *                 what somebody else has used
     * @param option   an unknown one answers the first of those that are possible
     * @param province null where it is not known yet: then no taxes
     * @param free     whether it is sent without a charge
     */
    Checkout.Offer offer(List<Prices.Wish> wishes, List<String> codes, CustomerId customer, String email, String country, String province, String option,
                         boolean free) {
        var counted = customer != null || email == null || email.isBlank() ? customer : customers.findByEmail(email).map(CustomerCard::id).orElse(null);
        var goods = prices.goods(wishes, customer);
        var terms = prices.terms(customer);
        var options = rates.options(country, province, goods, terms.freeFrom(null), cartLines.ready(wishes), () -> cartLines.grams(wishes));
        var chosen = options.stream().filter(each -> each.code().equals(option)).findFirst()
                .orElseGet(() -> options.stream().findFirst().orElseGet(rates::nowhere));
        if (free) {
            chosen = new ShippingOption(chosen.code(), Money.zero(shop.currency()), chosen.promised(), chosen.carrier());
        }
        var pickup = "pickup".equals(chosen.code());
        var taxedIn = pickup ? shop.get("address-country", "CA") : country;
        var taxedAt = pickup ? shop.get("address-province", "PE") : province;
        return new Checkout.Offer(options, chosen, prices.price(new Asked(wishes, customer, counted, codes, taxedIn, taxedAt, chosen.price())),
                taxedAt != null || taxedIn != null && !AddressFormats.of(taxedIn).needs("province"), daysToPay(customer));
    }

    /** The code of an agent that counts, else null. */
    String agent(String code) {
        return scope.valid(code);
    }

    Set<String> countries() {
        return rates.countries();
    }

    /** As the customer's own record says, else as agreed with her or her group, else the shop's. @param customer null for a visitor */
    int daysToPay(CustomerId customer) {
        return customer == null ? DAYS_TO_PAY : companies.paymentDays(customer).or(() -> Optional.ofNullable(prices.terms(customer).paymentDays())).orElse(DAYS_TO_PAY);
    }

    List<DiscountSource.Offered> open(CustomerId customer) {
        return prices.open(customer);
    }

    Terms everyTerm(CustomerId customer) {
        var agreed = prices.terms(customer);
        return new Terms(agreed.minimumOrder(), agreed.freeFrom(rates.freeFrom()), daysToPay(customer));
    }

    Optional<Terms> agreed(CustomerId customer) {
        return customer == null || prices.terms(customer).equals(Terms.NONE) && companies.paymentDays(customer).isEmpty() ? Optional.empty() : Optional.of(everyTerm(customer));
    }

    Terms terms(CustomerId customer) {
        return prices.terms(customer);
    }
}
