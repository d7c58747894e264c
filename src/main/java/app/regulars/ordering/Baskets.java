package app.regulars.ordering;

import app.regulars.catalog.Successors;
import app.regulars.catalog.SellableVariant;
import app.regulars.catalog.VariantId;
import app.regulars.catalog.Viewers;
import app.regulars.platform.identity.CustomerId;
import app.regulars.pricing.Prices;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plain entrance for modules that fill baskets: what goods would be in a cart of this moment, without there being one. */
@Service
@Transactional(readOnly = true)
public class Baskets {

    private final CartLines lines;
    private final Successors successors;
    private final Viewers viewers;

    Baskets(CartLines lines, Successors successors, Viewers viewers) {
        this.lines = lines;
        this.successors = successors;
        this.viewers = viewers;
    }

    /** At the customer's prices and with what she may see. @param customer null for a visitor */
    public CartFile look(List<Prices.Wish> wishes, CustomerId customer) {
        return lines.file(null, wishes, customer);
    }

    /** What took the place of what is gone, of those for which something did. */
    public Map<VariantId, SellableVariant> instead(List<VariantId> gone, CustomerId customer) {
        return successors.of(gone, viewers.of(customer));
    }
}
