package app.regulars.watching;

import app.regulars.catalog.VariantId;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.money.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * A wish to be told, as its owner sees it.
 *
 * @param priceThen what it cost when it was asked for, or null
 * @param toldAt    when the message was written; null while it waits
 */
public record Watch(UUID id, VariantId variant, WatchKind kind, String handle, String sku, Localized name, Localized options, String art, String backdrop,
                    Money priceThen, Instant askedAt, Instant toldAt) {
}
