package app.regulars.storefront;

import app.regulars.arranging.Section;
import app.regulars.catalog.Catalog;
import app.regulars.catalog.CategoryLink;
import app.regulars.catalog.ProductCard;
import app.regulars.platform.web.Templates;
import app.regulars.search.SiteSearch;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.text.Normalizer;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the search box shows while somebody types: products, categories, help, forum, and her own orders and inquiries. */
@Component
public class Suggestions {

    static final String PATH = "/search/suggest";
    private static final int SHORTEST = 2;
    private static final int LONGEST = 100;
    private static final int PRODUCTS = 5;
    private static final int ANSWERS = 4;
    private static final int OWN = 4;
    private static final int CATEGORIES = 2;
    /** What begins like that is asked by everybody at once, in few ways. */
    private static final int SHARED_LENGTH = 4;
    private static final Duration SHARED_FOR = Duration.ofMillis(500);
    private static final Set<String> PRODUCT = Set.of("product");
    private static final Set<String> RECORDS = Set.of("order", "inquiry");

    private final SiteSearch search;
    private final Catalog catalog;
    private final Jumps jumps;
    private final Shoppers shoppers;
    private final Templates templates;
    private final Cache<Shared, String> shared = Caffeine.newBuilder().maximumSize(5_000).expireAfterWrite(SHARED_FOR).build();

    private record Shared(String text, Locale locale) {
    }

    Suggestions(SiteSearch search, Catalog catalog, Jumps jumps, Shoppers shoppers, Templates templates) {
        this.shoppers = shoppers;
        this.search = search;
        this.catalog = catalog;
        this.jumps = jumps;
        this.templates = templates;
    }

    /** Where a number leads at once. @param order whether it is an order's, else an article's */
    public record Jump(String number, String address, boolean order) {
    }

    /** The list as HTML, empty where there is nothing to suggest. */
    String html(String typed, Locale locale, Shopper shopper) {
        var text = typed.strip();
        if (text.length() < SHORTEST) {
            return "";
        }
        text = text.substring(0, Math.min(LONGEST, text.length()));
        if (text.length() > SHARED_LENGTH || !Shopper.ANYBODY.equals(shopper)) {
            return made(text, locale, shopper);
        }
        var key = new Shared(text, locale);
        var known = shared.getIfPresent(key);
        if (known == null) {
            known = made(text, locale, shopper);
            shared.put(key, known);
        }
        return known;
    }

    private String made(String text, Locale locale, Shopper shopper) {
        var products = found(text, PRODUCT, shopper.viewer().documents(), locale, PRODUCTS);
        var cards = new HashMap<String, ProductCard>();
        catalog.cards(products.stream().map(SiteSearch.Hit::ref).toList(), shopper.viewer()).forEach(card -> cards.put(card.handle(), card));
        var offered = questions(shopper);
        var answers = offered.isEmpty() ? List.<SiteSearch.Hit>of() : found(text, offered, shopper.viewer().documents(), locale, ANSWERS);
        var own = shopper.customer() == null ? List.<SiteSearch.Hit>of()
                : found(text, RECORDS, jumps.audience(shopper.customer()), locale, OWN);
        var model = new HashMap<String, Object>();
        model.put("typed", text);
        model.put("jump", jump(text, locale, shopper));
        model.put("products", products.stream().filter(hit -> cards.containsKey(hit.ref())).toList());
        model.put("cards", cards);
        model.put("categories", categories(text, locale, shopper));
        model.put("articles", answers.stream().filter(hit -> "article".equals(hit.kind())).toList());
        model.put("topics", answers.stream().filter(hit -> "topic".equals(hit.kind())).toList());
        model.put("own", own);
        return templates.render("storefront/suggest.jte", locale, model);
    }

    /** A section that is not offered to her is not suggested either. */
    private Set<String> questions(Shopper shopper) {
        var arrangement = shoppers.arrangement(shopper);
        var kinds = new HashSet<String>();
        if (arrangement.shows(Section.HELP)) {
            kinds.add("article");
        }
        if (arrangement.shows(Section.FORUM)) {
            kinds.add("topic");
        }
        return kinds;
    }

    private List<SiteSearch.Hit> found(String text, Set<String> kinds, Set<String> audience, Locale locale, int most) {
        return search.beginnings(new SiteSearch.Question(text, kinds, List.of(), audience, locale, 0, most));
    }

    private Jump jump(String text, Locale locale, Shopper shopper) {
        var own = shopper.customer() == null ? null : jumps.own(text, locale, shopper.customer()).orElse(null);
        if (own != null) {
            return new Jump(text.toUpperCase(Locale.ROOT), own, true);
        }
        var order = jumps.orderNumber(text).orElse(null);
        if (order != null) {
            return new Jump(order, "/track?number=" + order, true);
        }
        return jumps.article(text, shopper).map(handle -> new Jump(text.toUpperCase(Locale.ROOT), "/p/" + handle, false)).orElse(null);
    }

    private List<CategoryLink> categories(String text, Locale locale, Shopper shopper) {
        var asked = plain(text);
        var seen = new HashSet<String>();
        return catalog.topCategories(shopper.viewer()).stream().filter(category -> category.products() > 0)
                .filter(category -> (" " + plain(category.name().in(locale))).contains(" " + asked) && seen.add(category.slug())).limit(CATEGORIES).toList();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }
}
