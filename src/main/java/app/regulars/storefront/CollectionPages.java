package app.regulars.storefront;

import app.regulars.catalog.ProductCollection;
import app.regulars.catalog.ProductCollections;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.web.PublicAddress;
import app.regulars.platform.web.PublicPage;
import app.regulars.platform.web.PublicRequest;
import app.regulars.platform.web.Templates;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The pages of collections, /collection/{slug}. */
@Component
class CollectionPages implements ShopPages {

    private static final String PREFIX = "/collection/";
    private static final List<String> SORTS = List.of("newest", "price", "price-down", "name");

    private final Templates templates;
    private final Texts texts;
    private final Shop shop;
    private final ProductCollections collections;
    private final Cards cards;
    private final Collections shelves;
    private final PublicAddress address;
    private final Shoppers shoppers;

    CollectionPages(Templates templates, Texts texts, Shop shop, ProductCollections collections, Cards cards, Collections shelves, PublicAddress address, Shoppers shoppers) {
        this.templates = templates;
        this.texts = texts;
        this.shop = shop;
        this.collections = collections;
        this.cards = cards;
        this.shelves = shelves;
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
        return Set.of("price", "stock", "sort", "page", Shoppers.VIEW);
    }

    @Override
    public Optional<PublicPage> page(PublicRequest request, Shopper shopper) {
        return collections.find(request.lastSegment()).map(collection -> page(collection, request, shopper));
    }

    private PublicPage page(ProductCollection collection, PublicRequest request, Shopper shopper) {
        var locale = request.locale();
        var listing = cards.listing(request, shelves.of(collection, shopper), SORTS);
        var html = templates.render("storefront/collection.jte", locale, Map.of("collection", collection, "listing", listing, "style", shoppers.style(request, shopper)));
        var name = collection.name().in(locale);
        var page = PublicPage.of(name + " · " + shop.name(), collection.description().in(locale), PREFIX + collection.slug(), html)
                .withJsonLd(Crumbs.jsonLd(texts.get(locale, "storefront.home"), Map.of(name, PREFIX + collection.slug()), address));
        return listing.isNarrowed() || listing.page() > listing.pages() || listing.total() == 0 ? page.notIndexed() : page;
    }

    /** The addresses of those that hold anything for everybody. */
    List<String> addresses() {
        return collections.all().stream().filter(ProductCollection::active).filter(collection -> !shelves.of(collection, Shopper.ANYBODY).views().isEmpty())
                .map(collection -> PREFIX + collection.slug()).toList();
    }
}
