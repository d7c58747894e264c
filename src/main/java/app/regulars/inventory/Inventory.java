package app.regulars.inventory;

import app.regulars.catalog.VariantId;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Stock and reservations of variants; every movement is a ledger entry. Never below zero unless back-order is allowed. */
@Service
public class Inventory {

    /** Pieces that can be promised now: on hand less reserved. Variants without a stock record are not in the answer. */
    public Map<VariantId, Integer> available(Collection<VariantId> variants) {
        throw new UnsupportedOperationException();
    }

    /**
     * Reserves all lines for a reference (an order), in the caller's transaction; again for the same reference does nothing.
     *
     * @throws NotEnoughStock naming the first variant of which there is not enough; nothing is reserved then
     */
    public void hold(UUID reference, Map<VariantId, Integer> quantities) {
        throw new UnsupportedOperationException();
    }

    /** The reserved goods have left: on hand falls. Idempotent. */
    public void commit(UUID reference) {
        throw new UnsupportedOperationException();
    }

    /** The reservation ends without a sale. Idempotent. */
    public void release(UUID reference) {
        throw new UnsupportedOperationException();
    }

    /** Goods came in, or a count was corrected. @param reason stands in the ledger */
    public void adjust(VariantId variant, int difference, String reason) {
        throw new UnsupportedOperationException();
    }
}
