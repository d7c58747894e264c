package app.regulars.catalog;

import java.time.Instant;
import java.util.UUID;

/** A piece as a customer wants it made, kept under a name of hers. @param variant as it is today; not for sale when it is gone */
public record SavedConfiguration(UUID id, String name, SellableVariant variant, Configuration configuration, Instant savedAt) {
}
