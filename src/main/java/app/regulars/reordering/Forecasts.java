package app.regulars.reordering;

import app.regulars.catalog.Configuration;
import app.regulars.catalog.VariantId;
import app.regulars.ordering.Purchases;
import app.regulars.ordering.Purchases.Purchase;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.shop.Shop;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** What a customer needs next, from what she and others bought; days are the shop's. What is usual is kept in memory for some hours. */
@Component
class Forecasts {

    private static final Duration LEARNED = Duration.ofDays(730);
    private static final Duration KEPT = Duration.ofHours(6);
    private static final int MOST_KEPT = 20_000;
    private static final int MOST_LINES = 4_000;
    private static final int MOST_ORDERS = 40_000;
    private static final int QUANTITIES = 5;
    /** So many others have to have bought an article twice before their rhythm is believed. */
    private static final int ENOUGH_BUYERS = 5;
    private static final String SHOP = "";

    private final Purchases purchases;
    private final Shop shop;
    private final Clock clock;
    private final Cache<String, Rhythm.Usually> usual = Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterWrite(KEPT).build();

    Forecasts(Purchases purchases, Shop shop, Clock clock) {
        this.purchases = purchases;
        this.shop = shop;
        this.clock = clock;
    }

    private record Piece(VariantId variant, Configuration configuration) {
    }

    LocalDate today() {
        return day(clock.instant());
    }

    /** Everything she bought in two years, what is needed first coming first. */
    List<Expected> of(CustomerId customer) {
        var today = today();
        var byPiece = new LinkedHashMap<Piece, List<Purchase>>();
        purchases.of(customer, clock.instant().minus(LEARNED)).stream().filter(each -> each.quantity() > 0)
                .forEach(each -> byPiece.computeIfAbsent(new Piece(each.variant(), each.configuration()), piece -> new ArrayList<>()).add(each));
        var all = new ArrayList<Expected>();
        byPiece.forEach((piece, lines) -> all.add(expected(piece, lines, today)));
        all.sort(Comparator.comparing(Expected::on).thenComparing(Expected::times, Comparator.reverseOrder()));
        return all;
    }

    /** The same of one article; nothing where she never bought it. */
    Optional<Expected> of(CustomerId customer, VariantId variant) {
        return of(customer).stream().filter(each -> each.variant().equals(variant)).max(Comparator.comparingInt(Expected::times));
    }

    private Expected expected(Piece piece, List<Purchase> lines, LocalDate today) {
        var byDay = new TreeMap<LocalDate, Integer>();
        lines.forEach(line -> byDay.merge(day(line.at()), line.quantity(), Integer::sum));
        var days = List.copyOf(byDay.keySet());
        var pauses = pauses(days);
        var article = usually(piece.variant());
        var basis = !pauses.isEmpty() ? Basis.OWN : article.buyers() >= ENOUGH_BUYERS ? Basis.ARTICLE : Basis.SHOP;
        var next = Rhythm.next(pauses, ChronoUnit.DAYS.between(days.getLast(), today), article);
        return new Expected(piece.variant(), piece.configuration(), quantity(byDay.values()), days.size(), days.getLast(), day(today, next.expected()),
                day(today, next.from()), day(today, next.until()), basis, lines.getLast().each());
    }

    /** The middle of the latest quantities. */
    private static int quantity(Collection<Integer> all) {
        var latest = all.stream().skip(Math.max(0, all.size() - QUANTITIES)).sorted().toList();
        return latest.get(latest.size() / 2);
    }

    /** Of an article where enough people buy it again, else of the shop. */
    private Rhythm.Usually usually(VariantId variant) {
        // before the article’s: a cache must not be written while it computes
        var whole = shop();
        return usual.get(variant.toString(), key -> {
            var days = new HashMap<CustomerId, List<LocalDate>>();
            purchases.ofVariant(variant, clock.instant().minus(LEARNED), MOST_LINES)
                    .forEach(each -> days.computeIfAbsent(each.customer(), customer -> new ArrayList<>()).add(day(each.at())));
            var pauses = days.values().stream().map(each -> pauses(each.stream().distinct().toList())).filter(each -> !each.isEmpty()).toList();
            return pauses.size() >= ENOUGH_BUYERS ? Rhythm.learn(pauses, whole) : new Rhythm.Usually(whole.median(), whole.spread(), 0);
        });
    }

    private Rhythm.Usually shop() {
        var known = usual.getIfPresent(SHOP);
        if (known == null) {
            var days = new HashMap<CustomerId, List<LocalDate>>();
            purchases.latest(clock.instant().minus(LEARNED), MOST_ORDERS)
                    .forEach(each -> days.computeIfAbsent(each.customer(), customer -> new ArrayList<>()).add(day(each.at())));
            known = Rhythm.learn(days.values().stream().map(each -> pauses(each.stream().distinct().toList())).filter(each -> !each.isEmpty()).toList(),
                    Rhythm.Usually.UNKNOWN);
            usual.put(SHOP, known);
        }
        return known;
    }

    private static List<Double> pauses(List<LocalDate> days) {
        var pauses = new ArrayList<Double>();
        for (int i = 1; i < days.size(); i++) {
            pauses.add((double) ChronoUnit.DAYS.between(days.get(i - 1), days.get(i)));
        }
        return pauses;
    }

    private LocalDate day(Instant at) {
        return at.atZone(shop.zone()).toLocalDate();
    }

    private static LocalDate day(LocalDate today, double later) {
        return today.plusDays(Math.round(later));
    }

    /** For tests and imports: what was learned before is forgotten. */
    void forget() {
        usual.invalidateAll();
    }
}
