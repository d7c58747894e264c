package app.regulars.storefront;

import app.regulars.arranging.Arrangements;
import app.regulars.arranging.BlockKind;
import app.regulars.catalog.Catalog;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.web.PublicAddress;
import app.regulars.platform.web.PublicPage;
import app.regulars.platform.web.PublicRequest;
import app.regulars.platform.web.SchemaOrg;
import app.regulars.platform.web.Templates;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The home page: news, the way to everything, what sells, what is new, and what was just answered; to its people, their own. */
@Component
public class HomePage implements ShopPages {

    private final Templates templates;
    private final Shop shop;
    private final Catalog catalog;
    private final Cards cards;
    private final PublicAddress address;
    private final CurrentUser user;
    private final Welcome welcome;
    private final Shoppers shoppers;
    private final Arrangements arrangements;
    private final HomeBlocks blocks;

    HomePage(Templates templates, Shop shop, Catalog catalog, Cards cards, PublicAddress address, CurrentUser user, Welcome welcome, Shoppers shoppers,
             Arrangements arrangements, HomeBlocks blocks) {
        this.templates = templates;
        this.shop = shop;
        this.catalog = catalog;
        this.cards = cards;
        this.address = address;
        this.user = user;
        this.welcome = welcome;
        this.shoppers = shoppers;
        this.arrangements = arrangements;
        this.blocks = blocks;
    }

    @Override
    public Shoppers shoppers() {
        return shoppers;
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
        var parts = blocks.parts(arrangements.home(shopper.customer()), shopper, shoppers.arrangement(shopper), locale);
        var model = new HashMap<String, Object>();
        model.put("greeting", known == null ? null : known.greeting());
        model.put("yours", known == null ? null : known.yours());
        model.put("hero", hero == null ? null : cards.seen(List.of(hero), shopper.customer()).getFirst());
        model.put("top", parts.stream().anyMatch(part -> part.kind() == BlockKind.HERO));
        model.put("parts", parts.stream().filter(part -> part.kind() != BlockKind.HERO).toList());
        model.put("products", catalog.countPublished(shopper.viewer()));
        model.put("arrangement", shoppers.arrangement(shopper));
        var title = shop.text("tagline").in(locale);
        return PublicPage.of(title.isBlank() ? shop.name() : shop.name() + " · " + title, title, "/",
                templates.render("storefront/home.jte", locale, model)).withImage(hero == null ? null : hero.card().art()).withJsonLd(organization(), site());
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
