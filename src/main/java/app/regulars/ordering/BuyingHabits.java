package app.regulars.ordering;

import app.regulars.platform.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Counts orders into a {@link BuyingProfile}. */
final class BuyingHabits {

    static final int MOST_QUARTERS = 8;
    private static final int IN_A_YEAR = 4;

    private BuyingHabits() {
    }

    /** An order or a credit. */
    record Placed(boolean credit, boolean canceled, Instant at, Money total) {
    }

    /** What was bought. @param again lines of something that was bought before */
    record Lines(long all, long again, List<BuyingProfile.Favorite> favorites) {
    }

    /** @param currency for whoever has not ordered */
    static BuyingProfile of(List<Placed> all, Lines lines, ZoneId zone, String currency) {
        var counting = all.stream().filter(each -> !each.canceled()).toList();
        var orders = counting.stream().filter(each -> !each.credit()).sorted(Comparator.comparing(Placed::at)).toList();
        var usual = orders.stream().collect(Collectors.groupingBy(each -> each.total().currency(), Collectors.counting())).entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry::getKey)).map(Map.Entry::getKey).orElse(currency);
        var amounts = orders.stream().map(Placed::total).filter(total -> total.currency().equals(usual)).toList();
        var local = orders.stream().map(each -> each.at().atZone(zone)).toList();
        var first = orders.isEmpty() ? null : orders.getFirst().at();
        var last = orders.isEmpty() ? null : orders.getLast().at();
        return new BuyingProfile(orders.size(), (int) all.stream().filter(each -> each.canceled() && !each.credit()).count(),
                (int) counting.stream().filter(Placed::credit).count(), first, last, orders.size() < 2 ? null : days(first, last, orders.size() - 1),
                counts(local.stream().map(at -> at.getMonthValue() - 1).toList(), 12), counts(local.stream().map(at -> at.getDayOfWeek().getValue() - 1).toList(), 7),
                counts(local.stream().map(at -> part(at.getHour())).toList(), 4), amounts.isEmpty() ? null : average(amounts, usual),
                amounts.stream().max(Comparator.comparing(Money::amount)).orElse(null), quarters(counting, zone, usual), lines.all(), lines.again(), lines.favorites());
    }

    private static int days(Instant first, Instant last, int steps) {
        return (int) Math.round(Duration.between(first, last).toSeconds() / 86_400.0 / steps);
    }

    private static int part(int hour) {
        return hour < 6 || hour >= 22 ? 3 : hour < 12 ? 0 : hour < 17 ? 1 : 2;
    }

    private static List<Integer> counts(List<Integer> found, int places) {
        return IntStream.range(0, places).map(place -> (int) found.stream().filter(each -> each == place).count()).boxed().toList();
    }

    private static Money average(List<Money> amounts, String currency) {
        var sum = amounts.stream().map(Money::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Money.of(sum.divide(BigDecimal.valueOf(amounts.size()), 2, RoundingMode.HALF_UP), currency);
    }

    private static List<BuyingProfile.Quarter> quarters(List<Placed> counting, ZoneId zone, String currency) {
        var byQuarter = counting.stream().collect(Collectors.groupingBy(each -> quarter(each.at().atZone(zone)), TreeMap::new, Collectors.toList()));
        var quarters = new ArrayList<BuyingProfile.Quarter>();
        if (!byQuarter.isEmpty()) {
            for (int quarter = Math.max(byQuarter.firstKey(), byQuarter.lastKey() - MOST_QUARTERS + 1); quarter <= byQuarter.lastKey(); quarter++) {
                var within = byQuarter.getOrDefault(quarter, List.of());
                var sum = within.stream().map(Placed::total).filter(total -> total.currency().equals(currency)).reduce(Money.zero(currency), Money::plus);
                quarters.add(new BuyingProfile.Quarter(quarter / IN_A_YEAR, quarter % IN_A_YEAR + 1, sum, (int) within.stream().filter(each -> !each.credit()).count()));
            }
        }
        return quarters;
    }

    private static int quarter(ZonedDateTime at) {
        return at.getYear() * IN_A_YEAR + at.get(IsoFields.QUARTER_OF_YEAR) - 1;
    }
}
