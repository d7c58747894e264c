package app.regulars.watching;

import app.regulars.catalog.Catalog;
import app.regulars.catalog.SellableVariant;
import app.regulars.catalog.VariantId;
import app.regulars.catalog.Viewers;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import app.regulars.platform.privacy.SpokenConsents;
import app.regulars.pricing.Prices;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The customers' door: a person's own wishes to be told. */
@Service
@Transactional
public class MyWatches {

    /** The purpose that is asked at the moment of sending. */
    static final String PURPOSE = "notices";
    private static final int MOST = 100;
    private static final int MOST_LISTED = 200;

    private final Watches watches;
    private final Catalog catalog;
    private final Viewers viewers;
    private final Prices prices;
    private final SpokenConsents consents;
    private final Clock clock;

    MyWatches(Watches watches, Catalog catalog, Viewers viewers, Prices prices, SpokenConsents consents, Clock clock) {
        this.watches = watches;
        this.catalog = catalog;
        this.viewers = viewers;
        this.prices = prices;
        this.consents = consents;
        this.clock = clock;
    }

    /**
     * She wants to be told; asked twice it is one wish. By asking she allows the one message.
     *
     * @param me the person herself, whoever she acts for
     */
    public void add(CustomerId me, VariantId variant, WatchKind kind, Locale locale) {
        sellable(variant, me);
        if (watches.waiting(me, variant, kind).isPresent()) {
            return;
        }
        if (watches.countWaiting(me) >= MOST) {
            throw new Refused("watching.many", Map.of("most", MOST));
        }
        watches.add(me, null, locale, variant, kind, price(variant, me), null, clock.instant());
        consents.say(me, PURPOSE, locale, "product", true);
    }

    /** The latest first, those that were told as well. */
    @Transactional(readOnly = true)
    public List<Watch> list(CustomerId me) {
        var rows = watches.of(me, MOST_LISTED);
        var variants = catalog.variants(rows.stream().map(Watches.Row::variant).distinct().toList(), viewers.of(me));
        return rows.stream().filter(row -> variants.containsKey(row.variant())).map(row -> watch(row, variants.get(row.variant()))).toList();
    }

    @Transactional(readOnly = true)
    public boolean waits(CustomerId me, VariantId variant, WatchKind kind) {
        return watches.waiting(me, variant, kind).isPresent();
    }

    /** @throws NotFound if there is none, or it is somebody else's */
    public void remove(CustomerId me, UUID id) {
        if (!watches.remove(me, id)) {
            throw new NotFound();
        }
    }

    /** @throws NotFound for what this customer cannot see */
    SellableVariant sellable(VariantId variant, CustomerId customer) {
        var known = catalog.variants(List.of(variant), viewers.of(customer)).get(variant);
        if (known == null || !known.sellable()) {
            throw new NotFound();
        }
        return known;
    }

    Money price(VariantId variant, CustomerId customer) {
        var price = prices.of(List.of(variant), customer).get(variant);
        return price == null ? null : price.each();
    }

    private static Watch watch(Watches.Row row, SellableVariant variant) {
        return new Watch(row.id(), row.variant(), row.kind(), variant.handle(), variant.sku(), variant.name(), variant.options(), variant.art(), variant.backdrop(),
                row.priceThen(), row.askedAt(), row.toldAt());
    }
}
