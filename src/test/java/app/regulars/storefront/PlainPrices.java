package app.regulars.storefront;

import app.regulars.catalog.VariantId;
import app.regulars.platform.identity.CustomerId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** The prices of ADR 16 once more, plainly, in cents and loops, from nothing but what was typed: to hold the engine against. */
class PlainPrices {

    record Article(VariantId id, String sku, String handle, Set<String> categories, boolean grocery, long list) {
    }

    /** @param scope VARIANT, PRODUCT, CATEGORY, ALL @param target sku, handle, slug, "" @param amount cents or -1 @param percent tenths, or -1 */
    record Line(String scope, String target, int from, long amount, int percent) {
    }

    /** @param whom "*", a customer's id or "group:code" */
    record PriceList(Set<String> whom, List<Line> lines) {
    }

    record Exception(CustomerId customer, Line line, int order) {
    }

    record Promo(UUID id, String kind, Line on, int percent, long amount, int buy, int get, String gift, long minimum, String whom, String coupon, boolean combinable) {
    }

    record Wish(Article article, int quantity) {
    }

    /** @param nets by position @param taxes by code */
    record Sum(List<Long> each, List<Long> totals, List<Long> nets, Map<String, Long> taxes, long total) {
    }

    final List<PriceList> lists = new ArrayList<>();
    final List<Exception> exceptions = new ArrayList<>();
    final List<Promo> promos = new ArrayList<>();
    final Map<CustomerId, Set<String>> groups = new HashMap<>();
    /** Customer, place, code. */
    final Set<String> exempt = new HashSet<>();
    /** By place: codes with thousandths of a percent. */
    final Map<String, TreeMap<String, Integer>> rates = new HashMap<>();
    int mostPercent = -1;

    private static final List<String> NARROW = List.of("VARIANT", "PRODUCT", "CATEGORY", "ALL");

    static boolean on(Line line, Article article) {
        return switch (line.scope()) {
            case "VARIANT" -> article.sku().equals(line.target());
            case "PRODUCT" -> article.handle().equals(line.target());
            case "CATEGORY" -> article.categories().contains(line.target());
            default -> true;
        };
    }

    boolean isFor(String whom, CustomerId customer) {
        return whom.equals("*") || customer != null && (whom.equals(customer.toString()) || whom.startsWith("group:") && groups.getOrDefault(customer, Set.of()).contains(whom.substring(6)));
    }

    private static long off(long cents, int tenths) {
        return BigDecimal.valueOf(cents).multiply(BigDecimal.valueOf(1000 - tenths)).divide(BigDecimal.valueOf(1000), 0, RoundingMode.HALF_UP).longValueExact();
    }

    private static long part(long cents, int tenths) {
        return BigDecimal.valueOf(cents).multiply(BigDecimal.valueOf(tenths)).divide(BigDecimal.valueOf(1000), 0, RoundingMode.HALF_UP).longValueExact();
    }

    Exception agreed(Article article, CustomerId customer) {
        Exception best = null;
        for (var each : exceptions) {
            if (each.customer().equals(customer) && on(each.line(), article)) {
                if (best == null || NARROW.indexOf(each.line().scope()) < NARROW.indexOf(best.line().scope())
                        || each.line().scope().equals(best.line().scope()) && each.order() > best.order()) {
                    best = each;
                }
            }
        }
        return best;
    }

    long each(Article article, CustomerId customer, int quantity) {
        var agreed = agreed(article, customer);
        if (agreed != null) {
            return agreed.line().amount() >= 0 ? agreed.line().amount() : off(article.list(), agreed.line().percent());
        }
        long best = article.list();
        for (var list : lists) {
            if (list.whom().stream().noneMatch(whom -> isFor(whom, customer))) {
                continue;
            }
            for (int pieces = 1; pieces <= quantity; pieces++) {
                best = Math.min(best, inList(list, article, pieces));
            }
        }
        return best;
    }

    /** At exactly that many pieces; very much where the list says nothing. */
    private static long inList(PriceList list, Article article, int pieces) {
        for (var scope : NARROW) {
            var reached = new HashMap<String, Line>();
            for (var line : list.lines()) {
                if (line.scope().equals(scope) && line.from() <= pieces && on(line, article)
                        && (!reached.containsKey(line.target()) || reached.get(line.target()).from() < line.from())) {
                    reached.put(line.target(), line);
                }
            }
            if (!reached.isEmpty()) {
                return reached.values().stream().mapToLong(line -> line.amount() >= 0 ? line.amount() : off(article.list(), line.percent())).min().getAsLong();
            }
        }
        return Long.MAX_VALUE;
    }

    /** @param place "CA-PE", "FR" or null @param worth of vouchers, in the order given */
    Sum sum(List<Wish> wishes, CustomerId customer, Set<String> codes, List<Long> worth, String place, long shipping) {
        var each = new ArrayList<Long>();
        var totals = new ArrayList<Long>();
        long goods = 0;
        for (var wish : wishes) {
            each.add(each(wish.article(), customer, wish.quantity()));
            totals.add(each.getLast() * wish.quantity());
            goods += totals.getLast();
        }
        var nets = new ArrayList<>(totals);
        promote(wishes, customer, codes, each, totals, goods, nets);
        for (var voucher : worth) {
            long left = nets.stream().mapToLong(net -> net).sum();
            var parts = spread(Math.min(voucher, left), nets);
            for (int i = 0; i < nets.size() && left > 0; i++) {
                nets.set(i, nets.get(i) - parts.get(i));
            }
        }
        var taxes = new TreeMap<String, Long>();
        long total = nets.stream().mapToLong(net -> net).sum() + shipping;
        for (var rate : rates.getOrDefault(place == null ? "" : place, new TreeMap<>()).entrySet()) {
            if (customer != null && exempt.contains(customer + " " + place + " " + rate.getKey())) {
                continue;
            }
            long due = shipping;
            for (int i = 0; i < wishes.size(); i++) {
                due += wishes.get(i).article().grocery() && place.startsWith("CA") ? 0 : nets.get(i);
            }
            long tax = BigDecimal.valueOf(due).multiply(BigDecimal.valueOf(rate.getValue())).divide(BigDecimal.valueOf(100_000), 0, RoundingMode.HALF_UP).longValueExact();
            if (tax > 0) {
                taxes.put(rate.getKey(), tax);
                total += tax;
            }
        }
        return new Sum(each, totals, nets, taxes, total);
    }

    private void promote(List<Wish> wishes, CustomerId customer, Set<String> codes, List<Long> each, List<Long> totals, long goods, List<Long> nets) {
        var usable = new ArrayList<Promo>();
        for (var promo : promos) {
            if (isFor(promo.whom(), customer) && (promo.coupon() == null || codes.contains(promo.coupon())) && goods >= promo.minimum()) {
                usable.add(promo);
            }
        }
        usable.sort(java.util.Comparator.comparing(Promo::id));
        var together = new ArrayList<Promo>();
        var ways = new ArrayList<List<Promo>>();
        ways.add(together);
        for (var promo : usable) {
            if (promo.combinable()) {
                together.add(promo);
            } else {
                ways.add(List.of(promo));
            }
        }
        List<Long> best = null;
        long most = -1;
        for (var way : ways) {
            var off = off(way, wishes, customer, each, totals, goods);
            long sum = off.stream().mapToLong(value -> value).sum();
            if (sum > most) {
                most = sum;
                best = off;
            }
        }
        for (int i = 0; i < nets.size(); i++) {
            nets.set(i, nets.get(i) - best.get(i));
        }
    }

    private List<Long> off(List<Promo> way, List<Wish> wishes, CustomerId customer, List<Long> each, List<Long> totals, long goods) {
        var cells = new ArrayList<Long>();
        var left = new ArrayList<>(totals);
        for (var promo : way) {
            var wanted = off(promo, wishes, customer, each, totals);
            for (int i = 0; i < wishes.size(); i++) {
                long here = Math.min(wanted[i], left.get(i));
                left.set(i, left.get(i) - here);
                cells.add(here);
            }
        }
        long limit = mostPercent < 0 ? Long.MAX_VALUE : part(goods, mostPercent * 10);
        List<Long> taken = cells.stream().mapToLong(cell -> cell).sum() > limit ? spread(limit, cells) : cells;
        var off = new ArrayList<Long>();
        for (int i = 0; i < wishes.size(); i++) {
            long sum = 0;
            for (int p = 0; p < way.size(); p++) {
                sum += taken.get(p * wishes.size() + i);
            }
            off.add(sum);
        }
        return off;
    }

    private long[] off(Promo promo, List<Wish> wishes, CustomerId customer, List<Long> each, List<Long> totals) {
        var off = new long[wishes.size()];
        var on = new ArrayList<Integer>();
        for (int i = 0; i < wishes.size(); i++) {
            if (agreed(wishes.get(i).article(), customer) == null && on(promo.on(), wishes.get(i).article())) {
                on.add(i);
            }
        }
        switch (promo.kind()) {
            case "PERCENT" -> on.forEach(i -> off[i] = part(totals.get(i), promo.percent()));
            case "AMOUNT" -> {
                var weights = on.stream().map(totals::get).toList();
                if (!on.isEmpty()) {
                    var parts = spread(Math.min(promo.amount(), weights.stream().mapToLong(value -> value).sum()), weights);
                    for (int i = 0; i < on.size(); i++) {
                        off[on.get(i)] = parts.get(i);
                    }
                }
            }
            case "BUY_GET" -> {
                int pieces = on.stream().mapToInt(i -> wishes.get(i).quantity()).sum();
                int free = pieces / (promo.buy() + promo.get()) * promo.get();
                var cheap = new ArrayList<>(on);
                cheap.sort((a, b) -> each.get(a).equals(each.get(b)) ? a - b : Long.compare(each.get(a), each.get(b)));
                for (var i : cheap) {
                    int here = Math.min(free, wishes.get(i).quantity());
                    off[i] = part(each.get(i) * here, promo.percent());
                    free -= here;
                }
            }
            default -> {
                int pieces = on.stream().filter(i -> !wishes.get(i).article().sku().equals(promo.gift())).mapToInt(i -> wishes.get(i).quantity()).sum();
                int cheaper = pieces / promo.buy() * promo.get();
                for (int i = 0; i < wishes.size(); i++) {
                    if (wishes.get(i).article().sku().equals(promo.gift()) && agreed(wishes.get(i).article(), customer) == null) {
                        int here = Math.min(cheaper, wishes.get(i).quantity());
                        off[i] = part(each.get(i) * here, promo.percent());
                        cheaper -= here;
                    }
                }
            }
        }
        return off;
    }

    /** Cent by cent: each further cent to whoever is owed most. */
    static List<Long> spread(long cents, List<Long> weights) {
        long sum = weights.stream().mapToLong(weight -> weight).sum();
        var parts = new ArrayList<Long>();
        var owed = new ArrayList<BigDecimal>();
        long given = 0;
        for (var weight : weights) {
            var exact = sum == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(cents).multiply(BigDecimal.valueOf(weight)).divide(BigDecimal.valueOf(sum), 30, RoundingMode.DOWN);
            long sure = exact.longValue();
            parts.add(sure);
            owed.add(exact.subtract(BigDecimal.valueOf(sure)));
            given += sure;
        }
        for (; given < cents; given++) {
            int most = 0;
            for (int i = 1; i < owed.size(); i++) {
                if (owed.get(i).compareTo(owed.get(most)) > 0) {
                    most = i;
                }
            }
            parts.set(most, parts.get(most) + 1);
            owed.set(most, BigDecimal.valueOf(-1));
        }
        return parts;
    }
}
