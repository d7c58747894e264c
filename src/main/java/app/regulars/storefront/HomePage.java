package app.regulars.storefront;

import app.regulars.catalog.Catalog;
import app.regulars.catalog.CategoryLink;
import app.regulars.catalog.ProductCollection;
import app.regulars.faq.ArticleCard;
import app.regulars.faq.HelpCenter;
import app.regulars.forum.Forum;
import app.regulars.forum.SolvedTopic;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.web.PublicAddress;
import app.regulars.platform.web.PublicPage;
import app.regulars.platform.web.PublicRequest;
import app.regulars.platform.web.SchemaOrg;
import app.regulars.platform.web.Templates;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The home page: news, the way to everything, what sells, what is new, and what was just answered; to its people, their own. */
@Component
public class HomePage implements ShopPages {

    private static final int TILES = 5;
    private static final int TILE_PICTURES = 3;
    private static final int CARDS = 4;
    private static final int ANSWERS = 5;

    private final Templates templates;
    private final Shop shop;
    private final Catalog catalog;
    private final Cards cards;
    private final Shelves shelves;
    private final Forum forum;
    private final HelpCenter help;
    private final PublicAddress address;
    private final CurrentUser user;
    private final Welcome welcome;
    private final Shoppers shoppers;
    private final Collections collections;
    private final Cache<String, List<SolvedTopic>> solved = Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(20)).build();

    HomePage(Templates templates, Shop shop, Catalog catalog, Cards cards, Shelves shelves, Forum forum, HelpCenter help, PublicAddress address,
             CurrentUser user, Welcome welcome, Shoppers shoppers, Collections collections) {
        this.templates = templates;
        this.shop = shop;
        this.catalog = catalog;
        this.cards = cards;
        this.shelves = shelves;
        this.forum = forum;
        this.help = help;
        this.address = address;
        this.user = user;
        this.welcome = welcome;
        this.shoppers = shoppers;
        this.collections = collections;
    }

    @Override
    public Shoppers shoppers() {
        return shoppers;
    }

    /** A collection with its first products. */
    public record Together(ProductCollection collection, List<CardView> cards) {
    }

    /** A category with the pictures of its first products. */
    public record Tile(CategoryLink category, List<String> pictures) {
    }

    @Override
    public boolean serves(String path) {
        return "/".equals(path);
    }

    @Override
    public Set<String> parameters() {
        return Set.of();
    }

    @Override
    public Optional<PublicPage> page(PublicRequest request, Shopper shopper) {
        return Optional.of(page(request, shopper, null));
    }

    @Override
    public Optional<PublicPage> personal(PublicRequest request) {
        return user.get().map(person -> page(request.by(person.customer()), shoppers.current(), welcome.of(person, request.locale())));
    }

    /** @param known what is said to somebody who is known; null for everybody else */
    PublicPage page(PublicRequest request, Shopper shopper, Welcome.Known known) {
        var locale = request.locale();
        var hero = cards.named(List.of(shop.get("hero-product", "")), shopper).stream().findFirst().orElse(null);
        var popular = shelves.popular(shopper).views().stream().limit(CARDS).toList();
        var shown = popular.stream().map(view -> view.card().handle()).toList();
        var newest = shelves.newest(shopper).views().stream().filter(view -> !shown.contains(view.card().handle())).limit(CARDS).toList();
        var model = new HashMap<String, Object>();
        model.put("greeting", known == null ? null : known.greeting());
        model.put("yours", known == null ? null : known.yours());
        model.put("hero", hero == null ? null : cards.seen(List.of(hero), request.customer()).getFirst());
        model.put("tiles", tiles(shopper));
        model.put("products", catalog.countPublished(shopper.viewer()));
        model.put("collections", collections.onHome().stream().map(collection -> new Together(collection,
                cards.seen(collections.of(collection, shopper).views().stream().limit(CARDS).toList(), request.customer())))
                .filter(together -> !together.cards().isEmpty()).toList());
        model.put("popular", cards.seen(popular, request.customer()));
        model.put("newest", cards.seen(newest, request.customer()));
        var solved = solved(locale);
        model.put("solved", solved.isEmpty() ? null : solved.getFirst());
        model.put("alsoSolved", solved.isEmpty() ? List.of() : solved.subList(1, solved.size()));
        model.put("articles", articles(Math.max(0, ANSWERS - Math.max(1, solved.size()) + 1)));
        var title = shop.text("tagline").in(locale);
        return PublicPage.of(title.isBlank() ? shop.name() : shop.name() + " · " + title, title, "/",
                templates.render("storefront/home.jte", locale, model)).withImage(hero == null ? null : hero.card().art()).withJsonLd(organization(), site());
    }

    private List<SolvedTopic> solved(Locale locale) {
        return solved.get(Languages.code(locale), code -> forum.latestSolved(ANSWERS, locale));
    }

    private List<ArticleCard> articles(int most) {
        return help.categories().stream().flatMap(category -> category.articles().stream()).limit(most).toList();
    }

    private List<Tile> tiles(Shopper shopper) {
        var tiles = new ArrayList<Tile>();
        for (var category : catalog.topCategories(shopper.viewer()).stream().filter(some -> some.products() > 0).limit(TILES).toList()) {
            var pictures = shelves.firstOf(category.slug(), shopper).views().stream().limit(TILE_PICTURES * 2).map(view -> view.card().art()).filter(art -> art != null).distinct()
                    .limit(tiles.isEmpty() ? TILE_PICTURES : 2).toList();
            tiles.add(new Tile(category, pictures));
        }
        return tiles;
    }

    private Map<String, Object> organization() {
        var organization = SchemaOrg.object("OnlineStore");
        organization.put("name", shop.name());
        organization.put("legalName", shop.legalName());
        organization.put("url", address.of("/"));
        put(organization, "logo", shop.get("logo", "").isEmpty() ? "" : address.of(shop.get("logo", "")));
        put(organization, "email", shop.email());
        put(organization, "telephone", shop.get("phone", ""));
        if (!shop.get("address-line1", "").isEmpty()) {
            var postal = new LinkedHashMap<String, Object>();
            postal.put("@type", "PostalAddress");
            put(postal, "streetAddress", shop.get("address-line1", ""));
            put(postal, "addressLocality", shop.get("address-city", ""));
            put(postal, "addressRegion", shop.get("address-province", ""));
            put(postal, "postalCode", shop.get("address-postal-code", ""));
            put(postal, "addressCountry", shop.get("address-country", ""));
            organization.put("address", postal);
        }
        return organization;
    }

    private Map<String, Object> site() {
        var action = new LinkedHashMap<String, Object>();
        action.put("@type", "SearchAction");
        action.put("target", address.of("/search?q={search_term_string}"));
        action.put("query-input", "required name=search_term_string");
        var site = SchemaOrg.object("WebSite");
        site.put("name", shop.name());
        site.put("url", address.of("/"));
        site.put("potentialAction", action);
        return site;
    }

    private static void put(Map<String, Object> object, String name, String value) {
        if (!value.isBlank()) {
            object.put(name, value);
        }
    }
}
