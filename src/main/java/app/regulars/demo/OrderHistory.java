package app.regulars.demo;

import app.regulars.shipping.Carriers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Turns rhythms into a year of orders. The same files and the same first start give the same orders, whenever and however
 * often it is asked.
 */
final class OrderHistory {

    static final int QUARTER_DAYS = 92;
    private static final long SEED = 20111103;
    /** Somebody who was just here does not order again at once. */
    private static final Duration SHORTEST_PAUSE = Duration.ofDays(2);

    private final DemoData data;
    private final Instant now;
    private final ZoneId zone;
    private int parcels;

    OrderHistory(DemoData data, Instant now, ZoneId zone) {
        this.data = data;
        this.now = now;
        this.zone = zone;
    }

    /** Everything that was ordered, oldest first, nothing of it after the first start. */
    List<PlannedOrder> orders() {
        parcels = 0;
        var all = new ArrayList<PlannedOrder>();
        for (var rhythm : data.orders().rhythms()) {
            all.addAll(by(rhythm));
        }
        var count = 0;
        for (var recent : data.orders().recent()) {
            all.add(told(recent, "order:recent:" + count++));
        }
        all.sort(Comparator.comparing(PlannedOrder::placedAt).thenComparing(PlannedOrder::name));
        return all;
    }

    private List<PlannedOrder> by(DemoData.Rhythm rhythm) {
        var chance = new Random(SEED ^ rhythm.person().hashCode());
        var found = new ArrayList<PlannedOrder>();
        var first = daysAgo(rhythm.startDaysAgo());
        var previous = now;
        for (var moment = daysAgo(rhythm.lastDaysAgo()); !moment.isBefore(first); ) {
            var placed = waking(moment, chance);
            if (placed.isAfter(previous.minus(SHORTEST_PAUSE))) {
                placed = previous.minus(SHORTEST_PAUSE);
            }
            var lines = draw(rhythm, placed, chance);
            if (!lines.isEmpty()) {
                found.add(happened("order:" + rhythm.person() + ":" + found.size(), rhythm, placed, lines, chance));
            }
            previous = placed;
            var days = Math.max(2, rhythm.everyDays() + (chance.nextDouble() * 2 - 1) * rhythm.jitterDays());
            moment = moment.minusSeconds(Math.round(days * 86_400));
        }
        return found;
    }

    /** Lines are drawn independently of each other; if none was drawn it is the usual one. Only what existed then. */
    private List<DemoData.Line> draw(DemoData.Rhythm rhythm, Instant placed, Random chance) {
        var season = rhythm.season().getOrDefault(placed.atZone(zone).getMonthValue(), 1.0);
        var lines = new ArrayList<DemoData.Line>();
        for (var habit : rhythm.basket()) {
            var drawn = chance.nextDouble() < habit.probability();
            var quantity = habit.quantity().get(0) + chance.nextInt(habit.quantity().get(1) - habit.quantity().get(0) + 1);
            if (drawn && existed(habit, placed)) {
                lines.add(new DemoData.Line(habit.handle(), habit.options(), seasoned(quantity, season)));
            }
        }
        if (lines.isEmpty() && existed(rhythm.basket().getFirst(), placed)) {
            var usual = rhythm.basket().getFirst();
            lines.add(new DemoData.Line(usual.handle(), usual.options(), seasoned(usual.quantity().getFirst(), season)));
        }
        return lines;
    }

    private boolean existed(DemoData.Habit habit, Instant placed) {
        return placed.isAfter(daysAgo(data.product(habit.handle()).publishedDaysAgo()));
    }

    private static int seasoned(int quantity, double season) {
        return (int) Math.max(1, Math.round(quantity * season));
    }

    private PlannedOrder happened(String name, DemoData.Rhythm rhythm, Instant placed, List<DemoData.Line> lines, Random chance) {
        var packed = workingHours(placed.plus(Duration.ofMinutes(40 + chance.nextInt(240))), chance);
        var shipped = packed.plus(Duration.ofMinutes(30 + chance.nextInt(90)));
        var delivered = delivered(rhythm, shipped, chance);
        var carrier = Carriers.usual(rhythm.shipping());
        return new PlannedOrder(name, rhythm.person(), placed, lines, rhythm.shipping(), null, null, past(packed), past(shipped), past(delivered),
                carrier, tracking(rhythm.shipping(), shipped));
    }

    private Instant delivered(DemoData.Rhythm rhythm, Instant shipped, Random chance) {
        var near = List.of("PE", "NS", "NB").contains(data.person(rhythm.person()).address().province());
        var days = switch (rhythm.shipping()) {
            case "van" -> 1;
            case "pickup" -> 1 + chance.nextInt(2);
            case "express" -> near ? 1 : 2;
            default -> near ? 2 : 4 + chance.nextInt(3);
        };
        // one parcel in fourteen is a day or two late
        var late = chance.nextInt(14) == 0 && !rhythm.shipping().equals("pickup") ? 1 + chance.nextInt(2) : 0;
        var arrival = shipped.atZone(zone).plusDays(days + late).with(LocalTime.of(9, 0).plusMinutes(chance.nextInt(420)));
        return workingDay(arrival).toInstant();
    }

    private PlannedOrder told(DemoData.Recent recent, String name) {
        var placed = daytime(daysAgo(recent.daysAgo()));
        var reached = List.of("placed", "packed", "shipped", "delivered").indexOf(recent.status());
        var passed = Duration.between(placed, now);
        var chance = new Random(SEED ^ name.hashCode());
        var packed = reached < 1 ? null : earlier(workingHours(placed.plus(Duration.ofHours(2)), chance), placed.plus(passed.dividedBy(3)));
        var shipped = reached < 2 ? null : earlier(packed.plus(Duration.ofMinutes(95)), packed.plus(passed.dividedBy(6)));
        var delivered = reached < 3 ? null : earlier(workingHours(shipped.plus(Duration.ofHours(41)), chance), shipped.plus(passed.dividedBy(3)));
        return new PlannedOrder(name, recent.person(), placed, recent.lines(), recent.shipping(), recent.reference(), recent.note(), packed,
                shipped, delivered, recent.carrier(), recent.tracking());
    }

    /** How many pieces of each article number were ordered, by quarters of the year before the first start, oldest first. */
    static List<Map<String, Integer>> demandByQuarter(DemoData data, List<PlannedOrder> orders, Instant now) {
        var quarters = List.<Map<String, Integer>>of(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        for (var order : orders) {
            var quarter = (int) Math.clamp(3 - Duration.between(order.placedAt(), now).toDays() / QUARTER_DAYS, 0, 3);
            for (var line : order.lines()) {
                quarters.get(quarter).merge(data.product(line.handle()).variant(line.options()).sku(), line.quantity(), Integer::sum);
            }
        }
        return quarters;
    }

    private String tracking(String shipping, Instant shipped) {
        var number = ++parcels;
        var day = shipped.atZone(zone);
        return switch (shipping) {
            case "van" -> "HV-%02d%02d-%03d".formatted(day.getMonthValue(), day.getDayOfMonth(), number);
            case "express" -> "3352601%05d".formatted(number * 7);
            case "standard" -> "70351142001%05d".formatted(number * 11);
            default -> null;
        };
    }

    private Instant daysAgo(double days) {
        return now.minusSeconds(Math.round(days * 86_400));
    }

    /** The same day at an hour at which people order. */
    private Instant waking(Instant moment, Random chance) {
        return moment.atZone(zone).with(LocalTime.of(6, 30)).plusMinutes(chance.nextInt(15 * 60)).plusSeconds(chance.nextInt(60)).toInstant();
    }

    /** The first moment from then on at which somebody packs. */
    private Instant workingHours(Instant moment, Random chance) {
        var local = moment.atZone(zone);
        if (local.getHour() < 8) {
            local = local.with(LocalTime.of(8, 0)).plusMinutes(chance.nextInt(120));
        } else if (local.getHour() >= 16) {
            local = local.plusDays(1).with(LocalTime.of(8, 0)).plusMinutes(chance.nextInt(120));
        }
        return workingDay(local).toInstant();
    }

    private static ZonedDateTime workingDay(ZonedDateTime day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.plusDays(2);
            case SUNDAY -> day.plusDays(1);
            default -> day;
        };
    }

    private Instant past(Instant moment) {
        return moment.isAfter(now) ? null : moment;
    }

    /** Nobody orders in the middle of the night, unless it is this night. */
    private Instant daytime(Instant moment) {
        var local = moment.atZone(zone);
        return local.getHour() >= 7 || Duration.between(moment, now).toHours() < 24 ? moment : local.minusDays(1).with(LocalTime.of(20, local.getMinute())).toInstant();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
