package app.regulars.shipping;

import app.regulars.platform.money.Money;
import app.regulars.platform.shop.Shop;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntSupplier;
import org.springframework.stereotype.Service;

/**
 * What sending costs and when it arrives. Days are business days, Monday to Friday, in the shop's zone; what is ordered by
 * 2 p.m. leaves the same day.
 */
@Service
public class ShippingRates {

    private static final LocalTime LAST_ORDER = LocalTime.of(14, 0);
    private static final LocalTime COUNTER_CLOSES = LocalTime.of(16, 0);

    private final DeliveryOptions delivery;
    private final Shop shop;
    private final Clock clock;

    ShippingRates(DeliveryOptions delivery, Shop shop, Clock clock) {
        this.delivery = delivery;
        this.shop = shop;
        this.clock = clock;
    }

    /**
     * The ways to send goods of this worth, the usual one first; none where the shop does not deliver.
     *
     * @param province null where the destination is not known yet
     */
    public List<ShippingOption> options(String country, String province, Money goods) {
        return options(country, province, goods, null, null);
    }

    /** As above for somebody with whom another bound was agreed. @param agreed counts where it is better than a way's own; null where nothing was agreed */
    public List<ShippingOption> options(String country, String province, Money goods, Money agreed) {
        return options(country, province, goods, agreed, null);
    }

    /**
     * As above, of goods that can leave on some day at the earliest.
     *
     * @param ready null for today
     */
    public List<ShippingOption> options(String country, String province, Money goods, Money agreed, LocalDate ready) {
        return options(country, province, goods, agreed, ready, () -> 0);
    }

    /**
     * As above, of goods that weigh something.
     *
     * @param grams asked only where some way depends on it
     */
    public List<ShippingOption> options(String country, String province, Money goods, Money agreed, LocalDate ready, IntSupplier grams) {
        var leaves = later(leaves(), ready);
        var options = new ArrayList<ShippingOption>();
        for (var option : delivery.all()) {
            if (option.on() && option.pickup()) {
                options.add(new ShippingOption(option.code(), Money.zero(shop.currency()), later(pickup(), ready), null));
            } else if (option.on()) {
                option.rate(country, home(), province).filter(rate -> !rate.weighs() || rate.takes(grams.getAsInt())).map(rate -> new ShippingOption(option.code(),
                        Money.of(rate.price(goods.amount(), agreed == null ? null : agreed.amount(), rate.weighs() ? grams.getAsInt() : 0), shop.currency()),
                        inDays(leaves, rate.days()), option.carrier())).ifPresent(options::add);
            }
        }
        return options;
    }

    /** Where parcels can go: the shop's own country, and each that a way in use names. */
    public Set<String> countries() {
        var countries = new TreeSet<>(Set.of(home()));
        delivery.all().stream().filter(DeliveryOption::on).flatMap(option -> option.rates().stream()).flatMap(rate -> rate.provinces().stream())
                .filter(place -> place.startsWith(DeliveryOption.abroad(""))).map(place -> place.substring(DeliveryOption.abroad("").length())).forEach(countries::add);
        return countries;
    }

    private String home() {
        return shop.get("address-country", "CA");
    }

    /** What stands where there is no way: nothing can be ordered by it. */
    public ShippingOption nowhere() {
        return new ShippingOption("none", Money.zero(shop.currency()), leaves(), null);
    }

    public Optional<ShippingOption> option(String code, String country, String province, Money goods, IntSupplier grams) {
        return options(country, province, goods, null, null, grams).stream().filter(option -> option.code().equals(code)).findFirst();
    }

    /** From this worth on some way that reaches everywhere costs nothing; null where there is no such way. */
    public Money freeFrom() {
        return delivery.all().stream().filter(DeliveryOption::on).flatMap(option -> option.rates().stream())
                .filter(rate -> rate.provinces().isEmpty() && rate.from() != null && rate.then().signum() == 0).map(DeliveryOption.Rate::from)
                .min(Comparator.naturalOrder()).map(from -> Money.of(from, shop.currency())).orElse(null);
    }

    /** Whom the shop usually gives parcels of that way to; null where the customer fetches them. */
    public String usualCarrier(String code) {
        return delivery.find(code).map(DeliveryOption::carrier).orElseGet(() -> Carriers.usual(code));
    }

    private LocalDate leaves() {
        var now = clock.instant().atZone(shop.zone());
        return onBusinessDay(now.toLocalTime().isBefore(LAST_ORDER) ? now.toLocalDate() : now.toLocalDate().plusDays(1));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return other == null || !other.isAfter(one) ? one : onBusinessDay(other);
    }

    private LocalDate pickup() {
        var now = clock.instant().atZone(shop.zone());
        return onBusinessDay(now.toLocalTime().isBefore(COUNTER_CLOSES) ? now.toLocalDate() : now.toLocalDate().plusDays(1));
    }

    static LocalDate inDays(LocalDate from, int businessDays) {
        var day = onBusinessDay(from);
        for (var left = businessDays; left > 0; left--) {
            day = onBusinessDay(day.plusDays(1));
        }
        return day;
    }

    private static LocalDate onBusinessDay(LocalDate day) {
        var open = day;
        while (open.getDayOfWeek() == DayOfWeek.SATURDAY || open.getDayOfWeek() == DayOfWeek.SUNDAY) {
            open = open.plusDays(1);
        }
        return open;
    }
}
