package app.regulars.storefront;

import app.regulars.catalog.Catalog;
import app.regulars.catalog.Competitors;
import app.regulars.catalog.ProductPage;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.web.PublicPage;
import app.regulars.platform.web.PublicRequest;
import app.regulars.platform.web.Templates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Up to four products side by side: /compare?p=guji-dawn,first-ferry. The address is the whole state; "add" names one more. */
@Component
class ComparePages implements ShopPages {

    static final String PATH = "/compare";
    private static final int KILOGRAM = 1_000;
    private static final int MOST_OTHERS = 200;

    private final Templates templates;
    private final Texts texts;
    private final Shop shop;
    private final Catalog catalog;
    private final Cards cards;
    private final Shelves shelves;
    private final Competitors competitors;
    private final Shoppers shoppers;

    ComparePages(Templates templates, Texts texts, Shop shop, Catalog catalog, Cards cards, Shelves shelves, Competitors competitors, Shoppers shoppers) {
        this.templates = templates;
        this.texts = texts;
        this.shop = shop;
        this.catalog = catalog;
        this.cards = cards;
        this.shelves = shelves;
        this.competitors = competitors;
        this.shoppers = shoppers;
    }

    @Override
    public Shoppers shoppers() {
        return shoppers;
    }

    @Override
    public boolean serves(String path) {
        return PATH.equals(path);
    }

    @Override
    public Set<String> parameters() {
        return Set.of("p", "add");
    }

    @Override
    public Optional<PublicPage> page(PublicRequest request, Shopper shopper) {
        var locale = request.locale();
        var asked = Arrays.stream((request.parameter("p", "") + "," + request.parameter("add", "")).split(",")).map(String::strip)
                .filter(handle -> handle.matches("[a-z0-9-]{1,120}")).distinct().limit(Comparison.MOST).toList();
        var products = new LinkedHashMap<String, ProductPage>();
        asked.forEach(handle -> catalog.product(handle, shopper.viewer()).ifPresent(product -> products.put(product.handle(), product)));
        var handles = List.copyOf(products.keySet());
        var elsewhere = competitors.shown(products.values().stream().map(ProductPage::id).toList());
        var columns = new ArrayList<Comparison.Column>();
        for (var view : cards.seen(cards.named(handles, shopper), request.customer())) {
            var without = handles.stream().filter(handle -> !handle.equals(view.card().handle())).toList();
            columns.add(new Comparison.Column(view, without.isEmpty() ? PATH : PATH + "?p=" + String.join(",", without),
                    elsewhere.getOrDefault(view.card().id(), List.of())));
        }
        var shown = columns.stream().map(column -> products.get(column.view().card().handle())).toList();
        var facts = Comparison.facts(shown, locale, Map.of("weight", texts.get(locale, "storefront.product.weight")), grams -> weight(grams, locale));
        var html = templates.render("storefront/compare.jte", locale,
                Map.of("comparison", new Comparison(columns, facts, others(shown, shopper, locale)), "chosen", String.join(",", handles)));
        var title = texts.get(locale, "storefront.compare.title");
        return Optional.of(PublicPage.of(title + " · " + shop.name(), texts.get(locale, "storefront.compare.lead"), PATH, html).notIndexed());
    }

    /** What stands in the same category as the first; everything new where nothing is chosen yet. */
    private List<Comparison.Other> others(List<ProductPage> shown, Shopper shopper, Locale locale) {
        if (shown.size() >= Comparison.MOST) {
            return List.of();
        }
        var shelf = shown.isEmpty() || shown.getFirst().path().isEmpty() ? shelves.all(shopper) : shelves.of(shown.getFirst().path().getFirst().slug(), shopper);
        var there = shown.stream().map(ProductPage::handle).toList();
        return shelf.sorted("name", locale).stream().filter(view -> !there.contains(view.card().handle())).limit(MOST_OTHERS)
                .map(view -> new Comparison.Other(view.card().handle(), view.card().name().in(locale))).toList();
    }

    private String weight(int grams, Locale locale) {
        return grams >= KILOGRAM ? texts.get(locale, "storefront.product.kilograms", "weight", grams / (double) KILOGRAM)
                : texts.get(locale, "storefront.product.grams", "weight", grams);
    }
}
