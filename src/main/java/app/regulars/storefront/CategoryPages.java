package app.regulars.storefront;

import app.regulars.catalog.Catalog;
import app.regulars.catalog.CategoryPage;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.web.PublicAddress;
import app.regulars.platform.web.PublicPage;
import app.regulars.platform.web.PublicRequest;
import app.regulars.platform.web.Templates;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The pages of categories, /c/{slug}. */
@Component
class CategoryPages implements ShopPages {

    private static final String PREFIX = "/c/";
    private static final List<String> SORTS = List.of("popular", "price", "price-down", "rating", "name");

    private final Templates templates;
    private final Texts texts;
    private final Shop shop;
    private final Catalog catalog;
    private final Cards cards;
    private final Shelves shelves;
    private final Facets facets;
    private final PublicAddress address;
    private final Shoppers shoppers;

    CategoryPages(Templates templates, Texts texts, Shop shop, Catalog catalog, Cards cards, Shelves shelves, Facets facets, PublicAddress address, Shoppers shoppers) {
        this.templates = templates;
        this.texts = texts;
        this.shop = shop;
        this.catalog = catalog;
        this.cards = cards;
        this.shelves = shelves;
        this.facets = facets;
        this.address = address;
        this.shoppers = shoppers;
    }

    @Override
    public Shoppers shoppers() {
        return shoppers;
    }

    @Override
    public boolean serves(String path) {
        return path.startsWith(PREFIX) && path.indexOf('/', PREFIX.length()) < 0;
    }

    @Override
    public Set<String> parameters() {
        return Set.of(FacetGroup.PARAMETER, "price", "stock", "sort", "page", Shoppers.VIEW);
    }

    @Override
    public Optional<PublicPage> page(PublicRequest request, Shopper shopper) {
        return catalog.category(request.lastSegment(), shopper.viewer()).map(category -> page(category, request, shopper));
    }

    private PublicPage page(CategoryPage category, PublicRequest request, Shopper shopper) {
        var locale = request.locale();
        var chosen = FacetGroup.chosen(request.parameter(FacetGroup.PARAMETER, ""));
        var shelf = chosen.isEmpty() ? shelves.of(category.slug(), shopper)
                : shelves.narrowed(category.slug(), facets.handles(category.slug(), chosen, locale, shopper), shopper);
        var listing = cards.listing(request, shelf, SORTS);
        var html = templates.render("storefront/category.jte", locale, Map.of("category", category, "listing", listing,
                "groups", facets.groups(category.slug(), chosen, locale, shopper), "style", shoppers.style(request, shopper)));
        var page = PublicPage.of(category.name().in(locale) + " · " + shop.name(), description(category, locale), PREFIX + category.slug(), html)
                .withJsonLd(crumbs(category, locale)).inSection(category.above().isEmpty() ? category.slug() : category.above().getFirst().slug());
        return listing.isNarrowed() || listing.page() > listing.pages() ? page.notIndexed() : page;
    }

    private static String description(CategoryPage category, Locale locale) {
        return category.description() == null ? "" : category.description().in(locale);
    }

    private Map<String, Object> crumbs(CategoryPage category, Locale locale) {
        var links = new LinkedHashMap<String, String>();
        category.above().forEach(above -> links.put(above.name().in(locale), PREFIX + above.slug()));
        links.put(category.name().in(locale), PREFIX + category.slug());
        return Crumbs.jsonLd(texts.get(locale, "storefront.home"), links, address);
    }
}
