package app.regulars.catalog;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The plain entrance for other modules: what can be sold. */
@Service
public class Catalog {

    /** The variants that exist, in the order asked for; one statement, whatever the number. */
    public Map<VariantId, SellableVariant> variants(Collection<VariantId> ids) {
        throw new UnsupportedOperationException();
    }

    /** @param sku any case */
    public Optional<SellableVariant> bySku(String sku) {
        throw new UnsupportedOperationException();
    }
}
