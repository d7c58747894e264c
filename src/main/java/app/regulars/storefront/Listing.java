package app.regulars.storefront;

import app.regulars.platform.web.PublicRequest;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Products narrowed, sorted and cut into pages by what stands in the address: {@code ?price=20-50&stock=1&sort=price&page=2}.
 *
 * @param total how many there are with the filters, of which a page is shown
 * @param byEverybodysPrice whether it is sorted or narrowed by the prices of the shop window, though other prices are shown: it is too long to be priced for one customer
 * @param bands price ranges with how many products each holds
 */
public record Listing(PublicRequest request, List<CardView> shown, long total, int page, int pages, List<Band> bands, String price, long inStock,
                      boolean onlyInStock, String sort, List<String> sorts, boolean byEverybodysPrice) {

    /** Products on a page: rows of three and of two. */
    static final int SIZE = 24;
    static final int MOST_PAGES = 2_000;
    private static final int BANDS_FROM = 6;
    private static final int[] NICE = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000};

    /** A range of prices. @param to null for no upper bound */
    public record Band(int from, Integer to, long count) {

        public String code() {
            return from + "-" + (to == null ? "" : to);
        }

        boolean holds(CardView view) {
            var each = view.offer().each();
            return each != null && each.amount().compareTo(BigDecimal.valueOf(from)) >= 0 && (to == null || each.amount().compareTo(BigDecimal.valueOf(to)) < 0);
        }

        /** Three ranges with round bounds near the thirds, where there is something to tell apart. */
        static List<Band> of(List<CardView> all) {
            var prices = all.stream().map(view -> view.offer().each()).filter(each -> each != null).sorted().toList();
            if (prices.size() < BANDS_FROM) {
                return List.of();
            }
            int low = nice(prices.get(prices.size() / 3).amount());
            int high = Math.max(nice(prices.get(prices.size() * 2 / 3).amount()), low);
            var bounds = new ArrayList<Integer>(List.of(0, low));
            if (high > low) {
                bounds.add(high);
            }
            var bands = new ArrayList<Band>();
            for (int i = 0; i < bounds.size(); i++) {
                var to = i + 1 < bounds.size() ? bounds.get(i + 1) : null;
                var band = new Band(bounds.get(i), to, 0);
                var count = all.stream().filter(band::holds).count();
                if (count > 0) {
                    bands.add(new Band(band.from(), to, count));
                }
            }
            return bands.size() < 2 ? List.of() : bands;
        }

        private static int nice(BigDecimal amount) {
            int best = NICE[0];
            for (int candidate : NICE) {
                if (Math.abs(candidate - amount.doubleValue()) < Math.abs(best - amount.doubleValue())) {
                    best = candidate;
                }
            }
            return best;
        }
    }

    /** @param sorts the ways to sort that are offered; the first is how the products come */
    static Listing of(PublicRequest request, Shelf shelf, List<String> sorts) {
        var bands = shelf.bands();
        var price = request.parameter("price", "");
        var band = bands.stream().filter(some -> some.code().equals(price)).findFirst().orElse(null);
        var onlyInStock = "1".equals(request.parameter("stock", ""));
        var sort = sorts.contains(request.parameter("sort", "")) ? request.parameter("sort", "") : sorts.getFirst();
        var found = sort.equals(sorts.getFirst()) ? shelf.views() : shelf.sorted(sort, request.locale());
        if (band != null || onlyInStock) {
            found = found.stream().filter(view -> band == null || band.holds(view)).filter(view -> !onlyInStock || view.offer().available() > 0).toList();
        }
        var page = request.number("page", 1, 1, MOST_PAGES);
        var from = Math.min(found.size(), (page - 1) * SIZE);
        var shown = found.subList(from, Math.min(found.size(), from + SIZE));
        return new Listing(request, shown, found.size(), page, pages(found.size()), bands, band == null ? "" : price, shelf.inStock(), onlyInStock, sort, sorts, false);
    }

    /** One page that was already cut, by the index; without filters. */
    static Listing cut(PublicRequest request, List<CardView> shown, long total, int page, List<String> sorts) {
        return new Listing(request, shown, total, page, pages(total), List.of(), "", 0, false, sorts.getFirst(), sorts, false);
    }

    /** The same page with each product shown as the function says. */
    Listing showing(UnaryOperator<CardView> as) {
        return new Listing(request, shown.stream().map(as).toList(), total, page, pages, bands, price, inStock, onlyInStock, sort, sorts, byEverybodysPrice);
    }

    /** The same page, of a list that was too long to be priced for whoever looks at it. */
    Listing tooLongForOwnPrices() {
        var matters = !price.isEmpty() || sort.startsWith("price");
        return new Listing(request, shown, total, page, pages, bands, price, inStock, onlyInStock, sort, sorts, matters);
    }

    private static int pages(long total) {
        return (int) Math.min(MOST_PAGES, Math.max(1, (total + SIZE - 1) / SIZE));
    }

    public boolean isNarrowed() {
        return onlyInStock || !price.isEmpty() || !request.parameter(FacetGroup.PARAMETER, "").isEmpty();
    }

    public boolean isFacetable() {
        return !bands.isEmpty() || inStock > 0 || onlyInStock;
    }

    /** The same page with one parameter changed, from its first page; empty takes it away. */
    public String with(String name, String value) {
        return address("page".equals(name) ? Map.of("page", "1".equals(value) ? "" : value) : Map.of(name, value, "page", ""));
    }

    /** Without the filters of this list. */
    public String withoutFilters() {
        return address(Map.of(FacetGroup.PARAMETER, "", "price", "", "stock", "", "page", ""));
    }

    private String address(Map<String, String> changes) {
        var parameters = new TreeMap<>(request.parameters());
        parameters.putAll(changes);
        var address = new StringBuilder(request.path());
        var joiner = '?';
        for (var entry : parameters.entrySet()) {
            if (!entry.getValue().isEmpty()) {
                address.append(joiner).append(URLEncoder.encode(entry.getKey(), StandardCharsets.UTF_8)).append('=')
                        .append(URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8));
                joiner = '&';
            }
        }
        return address.toString();
    }

}
