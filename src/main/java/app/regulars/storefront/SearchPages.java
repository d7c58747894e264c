package app.regulars.storefront;

import app.regulars.arranging.Section;
import app.regulars.catalog.Catalog;
import app.regulars.catalog.CategoryLink;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.web.PublicPage;
import app.regulars.platform.web.PublicRequest;
import app.regulars.platform.web.Templates;
import app.regulars.search.SiteSearch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Search over products, help and forum: /search?q=. Without words it shows everything there is to buy. */
@Component
public class SearchPages implements ShopPages {

    static final String PATH = "/search";
    private static final List<String> SORTS = List.of("match", "price", "price-down", "rating", "name");
    private static final List<String> SORTS_OF_ALL = List.of("newest", "price", "price-down", "rating", "name");
    private static final int MOST_COUNTED = 120;
    private static final int BESIDE = 4;
    private static final Pattern LIKE_A_NUMBER = Pattern.compile("#?[A-Za-z]{0,6}-?[0-9]{2,10}");

    private final Templates templates;
    private final Texts texts;
    private final Shop shop;
    private final Catalog catalog;
    private final Cards cards;
    private final Shelves shelves;
    private final SiteSearch search;
    private final Facets facets;
    private final Jumps jumps;
    private final Shoppers shoppers;

    SearchPages(Templates templates, Texts texts, Shop shop, Catalog catalog, Cards cards, Shelves shelves, SiteSearch search,
                Facets facets, Jumps jumps, Shoppers shoppers) {
        this.templates = templates;
        this.texts = texts;
        this.shop = shop;
        this.catalog = catalog;
        this.cards = cards;
        this.shelves = shelves;
        this.search = search;
        this.facets = facets;
        this.jumps = jumps;
        this.shoppers = shoppers;
    }

    @Override
    public Shoppers shoppers() {
        return shoppers;
    }

    /** A category with how many of the hits it holds. */
    public record CategoryCount(CategoryLink category, long count, boolean chosen) {
    }

    @Override
    public boolean serves(String path) {
        return PATH.equals(path);
    }

    @Override
    public Set<String> parameters() {
        return Set.of("q", "category", FacetGroup.PARAMETER, "price", "stock", "sort", "page", Shoppers.VIEW);
    }

    /** A page with how much was found. @param typed empty where nothing was asked */
    record Answer(PublicPage page, String typed, long found) {
    }

    @Override
    public Optional<PublicPage> page(PublicRequest request, Shopper shopper) {
        return Optional.of(answer(request, shopper).page());
    }

    Answer answer(PublicRequest request, Shopper shopper) {
        var text = request.parameter("q", "").strip();
        if (text.isEmpty()) {
            return new Answer(everything(request, shopper), text, 0);
        }
        return jumps.ofAnybody(text, request.locale(), shopper).map(address -> new Answer(PublicPage.moved(address), text, 1))
                .orElseGet(() -> found(text, request, shopper));
    }

    private PublicPage everything(PublicRequest request, Shopper shopper) {
        var chosen = FacetGroup.chosen(request.parameter(FacetGroup.PARAMETER, ""));
        var listing = cards.listing(request, chosen.isEmpty() ? shelves.all(shopper)
                : new Shelf(cards.named(products("", "", chosen, request.locale(), shopper).refs(), shopper)), SORTS_OF_ALL);
        var counts = catalog.topCategories(shopper.viewer()).stream().filter(category -> category.products() > 0)
                .map(category -> new CategoryCount(category, category.products(), false)).toList();
        var groups = facets.groups(null, chosen, request.locale(), shopper);
        return rendered(request, shopper, "", null, null, counts, groups, listing, List.of(), List.of());
    }

    private Answer found(String text, PublicRequest request, Shopper shopper) {
        var category = request.parameter("category", "");
        var chosen = FacetGroup.chosen(request.parameter(FacetGroup.PARAMETER, ""));
        var question = text;
        var products = products(question, category, chosen, request.locale(), shopper);
        var beside = beside(question, request.locale(), shopper);
        // what reads like a number of an order or a product is no word that somebody mistyped
        var better = LIKE_A_NUMBER.matcher(text).matches() || text.equalsIgnoreCase(shop.orderPrefix()) ? null : products.didYouMean();
        if (products.refs().isEmpty() && beside.total() == 0 && better != null) {
            question = better;
            better = null;
            products = products(question, category, chosen, request.locale(), shopper);
            beside = beside(question, request.locale(), shopper);
        }
        var page = rendered(request, shopper, question, question.equals(text) ? null : text, better, counts(products, category, shopper),
                FacetGroup.of(products.facets(), products.refs().size(), chosen), listing(products, request, shopper), of("article", Section.HELP, beside, shopper),
                of("topic", Section.FORUM, beside, shopper));
        return new Answer(page, text, products.refs().size() + beside.total());
    }

    SiteSearch.Matches products(String text, String category, List<String> chosen, Locale locale, Shopper shopper) {
        var facets = new ArrayList<>(chosen);
        if (!category.isEmpty()) {
            facets.add("category:" + category);
        }
        return search.matches(new SiteSearch.Question(text, Set.of("product"), facets, shopper.viewer().documents(), locale, 0, 0));
    }

    /** All hits where they are narrowed or sorted, and where they are few enough to say how many each filter would leave; else one page of them. */
    Listing listing(SiteSearch.Matches products, PublicRequest request, Shopper shopper) {
        var refs = products.refs();
        var narrowed = !request.parameter("price", "").isEmpty() || !request.parameter("stock", "").isEmpty() || !request.parameter("sort", "").isEmpty();
        Listing listing;
        if (narrowed || refs.size() <= MOST_COUNTED) {
            listing = cards.listing(request, new Shelf(cards.named(refs, shopper)), SORTS);
        } else {
            var page = request.number("page", 1, 1, Listing.MOST_PAGES);
            var from = Math.min(refs.size(), (page - 1) * Listing.SIZE);
            var shown = cards.named(refs.subList(from, Math.min(refs.size(), from + Listing.SIZE)), shopper);
            listing = cards.seen(Listing.cut(request, shown, refs.size(), page, SORTS), request.customer());
        }
        return listing.showing(view -> view.marked(products.marked(view.card().name().in(request.locale()))));
    }

    private SiteSearch.Found beside(String text, Locale locale, Shopper shopper) {
        return search.find(new SiteSearch.Question(text, Set.of("article", "topic"), List.of(), shopper.viewer().documents(), locale, 0, BESIDE * 3));
    }

    private List<SiteSearch.Hit> of(String kind, Section section, SiteSearch.Found found, Shopper shopper) {
        return !shoppers.arrangement(shopper).shows(section) ? List.of() : found.hits().stream().filter(hit -> kind.equals(hit.kind())).limit(BESIDE).toList();
    }

    private List<CategoryCount> counts(SiteSearch.Matches found, String chosen, Shopper shopper) {
        var counts = new ArrayList<CategoryCount>();
        for (var category : catalog.topCategories(shopper.viewer())) {
            var count = found.facets().getOrDefault("category:" + category.slug(), 0L);
            if (count > 0) {
                counts.add(new CategoryCount(category, count, category.slug().equals(chosen)));
            }
        }
        return counts;
    }

    private PublicPage rendered(PublicRequest request, Shopper shopper, String question, String typed, String better, List<CategoryCount> counts, List<FacetGroup> groups, Listing listing,
                                List<SiteSearch.Hit> articles, List<SiteSearch.Hit> topics) {
        var locale = request.locale();
        var model = new HashMap<String, Object>();
        model.put("question", question);
        model.put("typed", typed);
        model.put("better", better);
        model.put("order", jumps.orderNumber(question).orElse(null));
        model.put("counts", counts);
        model.put("groups", groups);
        model.put("listing", listing);
        model.put("style", shoppers.style(request, shopper));
        model.put("articles", articles);
        model.put("topics", topics);
        model.put("popular", listing.total() > 0 || listing.isNarrowed() ? List.of() : shelves.popular(shopper).views());
        model.put("categories", catalog.topCategories(shopper.viewer()).stream().filter(category -> category.products() > 0).toList());
        var title = question.isEmpty() ? texts.get(locale, "storefront.search.everything") : texts.get(locale, "storefront.search.title", "text", question);
        var page = PublicPage.of(title + " · " + shop.name(), title, PATH, templates.render("storefront/search.jte", locale, model));
        return question.isEmpty() && request.parameters().isEmpty() ? page : page.notIndexed();
    }
}
