package app.regulars.pricing;

import app.regulars.catalog.VariantId;
import java.time.Instant;
import java.util.List;

/** What these cost has changed for somebody; of no variant named, of any. Listened to in memory only. */
public record PricesChanged(List<VariantId> variants, Instant at) {

    public boolean isAll() {
        return variants.isEmpty();
    }
}
