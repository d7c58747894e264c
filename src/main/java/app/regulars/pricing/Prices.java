package app.regulars.pricing;

import app.regulars.catalog.VariantId;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** The one engine that answers what something costs, wherever the question is asked. */
@Service
public class Prices {

    /** A wish: so many of a variant. */
    public record Wish(VariantId variant, int quantity) {
    }

    /** @param customer null for a visitor. Variants without a price are left out. */
    public Map<VariantId, Price> of(Collection<VariantId> variants, CustomerId customer) {
        throw new UnsupportedOperationException();
    }

    /**
     * Prices a cart for a destination.
     *
     * @param customer null for a visitor
     * @param country  ISO 3166-1 alpha-2; no tax is added outside Canada
     * @param province "PE", "NS", ...; null where the destination is not known yet: then no taxes are answered
     * @param shipping taxed as the goods of class "standard"
     */
    public PricedCart price(List<Wish> wishes, CustomerId customer, String country, String province, Money shipping) {
        throw new UnsupportedOperationException();
    }

    /** Sets the list price of a variant from now on; the former one is kept as history. */
    public void setListPrice(VariantId variant, Money price) {
        throw new UnsupportedOperationException();
    }
}
