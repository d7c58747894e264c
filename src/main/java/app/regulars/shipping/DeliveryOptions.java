package app.regulars.shipping;

import app.regulars.platform.shop.Shop;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The ways of delivery, in the order in which customers read them: one document among the shop's settings, so that it counts as a whole,
 * at once and on every node. A shop that never set them up has those it was shipped with.
 */
@Component
class DeliveryOptions {

    private static final String SETTING = "delivery-options";
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> NEAR = Set.of("PE", "NS", "NB");
    private static final Set<String> FAR = Set.of("NT", "NU", "YT", "NL");
    private static final Set<String> EVERYWHERE = Set.of();

    private final Shop shop;
    private final AtomicReference<Read> read = new AtomicReference<>();

    /** What was made of the document when it was last read. */
    private record Read(String document, List<DeliveryOption> options) {
    }

    DeliveryOptions(Shop shop) {
        this.shop = shop;
    }

    List<DeliveryOption> all() {
        var kept = document();
        if (kept.isEmpty()) {
            return shipped();
        }
        var before = read.get();
        if (before != null && before.document().equals(kept)) {
            return before.options();
        }
        try {
            var options = List.copyOf(JSON.readValue(kept, new TypeReference<List<DeliveryOption>>() { }));
            read.set(new Read(kept, options));
            return options;
        } catch (JacksonException broken) {
            throw new IllegalStateException("the setting " + SETTING + " is no list of ways", broken);
        }
    }

    Optional<DeliveryOption> find(String code) {
        return all().stream().filter(option -> option.code().equals(code)).findFirst();
    }

    /** As it is kept; empty while nobody has set it up. */
    String document() {
        return shop.get(SETTING, "");
    }

    void keep(List<DeliveryOption> options) {
        shop.set(SETTING, JSON.writeValueAsString(options));
    }

    private List<DeliveryOption> shipped() {
        var from = new BigDecimal(shop.get("free-shipping-from", "60.00"));
        var home = Set.of(shop.get("address-province", "PE"));
        return List.of(
                new DeliveryOption("van", Carriers.OWN_VAN, true, List.of(rate(home, "6.00", from, "0", 1))),
                new DeliveryOption("standard", Carriers.POST, true, List.of(rate(NEAR, "9.50", from, "0", 2), rate(FAR, "9.50", from, "0", 9),
                        rate(EVERYWHERE, "9.50", from, "0", 5))),
                new DeliveryOption("express", Carriers.EXPRESS, true, List.of(rate(NEAR, "16.00", from, "8.00", 1), rate(FAR, "34.00", from, "26.00", 4),
                        rate(EVERYWHERE, "22.00", from, "14.00", 2))),
                new DeliveryOption(DeliveryOption.PICKUP, null, true, List.of()));
    }

    private static DeliveryOption.Rate rate(Set<String> provinces, String price, BigDecimal from, String then, int days) {
        return new DeliveryOption.Rate(provinces, new BigDecimal(price), from, new BigDecimal(then), days);
    }
}
