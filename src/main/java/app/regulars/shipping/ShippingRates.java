package app.regulars.shipping;

import app.regulars.platform.money.Money;
import app.regulars.platform.shop.Shop;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/**
 * What sending costs and when it arrives. Days are business days, Monday to Friday, in the shop's zone; what is ordered by
 * 2 p.m. leaves the same day.
 */
@Service
public class ShippingRates {

    private static final LocalTime LAST_ORDER = LocalTime.of(14, 0);
    private static final LocalTime COUNTER_CLOSES = LocalTime.of(16, 0);
    private static final Set<String> NEAR = Set.of("PE", "NS", "NB");
    private static final Set<String> FAR = Set.of("NT", "NU", "YT", "NL");

    private final Shop shop;
    private final Clock clock;

    ShippingRates(Shop shop, Clock clock) {
        this.shop = shop;
        this.clock = clock;
    }

    /**
     * The ways to send goods of this worth, the usual one first.
     *
     * @param province null where the destination is not known yet
     */
    public List<ShippingOption> options(String country, String province, Money goods) {
        return options(country, province, goods, freeFrom());
    }

    /** As above for somebody with whom another bound was agreed. @param from from this worth on the van and the standard post are free */
    public List<ShippingOption> options(String country, String province, Money goods, Money from) {
        var options = new ArrayList<ShippingOption>();
        var free = goods.isAtLeast(from);
        var near = province != null && NEAR.contains(province);
        if (shop.get("address-province", "PE").equals(province) && "CA".equals(country)) {
            options.add(new ShippingOption("van", free ? money("0") : money("6.00"), inDays(leaves(), 1), Carriers.OWN_VAN));
        }
        options.add(new ShippingOption("standard", free ? money("0") : money("9.50"), inDays(leaves(), near ? 2 : far(province) ? 9 : 5), Carriers.POST));
        var express = near ? money("16.00") : far(province) ? money("34.00") : money("22.00");
        options.add(new ShippingOption("express", free ? express.minus(money("8.00")) : express, inDays(leaves(), near ? 1 : far(province) ? 4 : 2), Carriers.EXPRESS));
        options.add(new ShippingOption("pickup", money("0"), pickup(), null));
        return options;
    }

    public Optional<ShippingOption> option(String code, String country, String province, Money goods) {
        return options(country, province, goods).stream().filter(option -> option.code().equals(code)).findFirst();
    }

    /** From this worth on the van and the standard post are free. */
    public Money freeFrom() {
        return Money.of(new BigDecimal(shop.get("free-shipping-from", "60.00")), shop.currency());
    }

    private static boolean far(String province) {
        return province != null && FAR.contains(province);
    }

    private LocalDate leaves() {
        var now = clock.instant().atZone(shop.zone());
        return onBusinessDay(now.toLocalTime().isBefore(LAST_ORDER) ? now.toLocalDate() : now.toLocalDate().plusDays(1));
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

    private Money money(String amount) {
        return Money.of(amount, shop.currency());
    }
}
