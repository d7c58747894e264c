package app.regulars.storefront;

import app.regulars.catalog.Catalog;
import app.regulars.catalog.CategoryLink;
import app.regulars.ordering.Checkout;
import app.regulars.ordering.ui.CurrentCart;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.text.Markdown;
import app.regulars.platform.web.PublicFrame;
import app.regulars.platform.web.PublicPage;
import app.regulars.platform.web.PublicRequest;
import app.regulars.platform.web.Templates;
import app.regulars.shipping.ShippingRates;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Announcement, header, navigation and footer: one template each, for the first HTML and for the live page. */
@Component
class ShopFrame implements PublicFrame {

    private static final int MOST_IN_NAVIGATION = 7;

    private final Templates templates;
    private final Texts texts;
    private final Catalog catalog;
    private final Shop shop;
    private final Clock clock;
    private final CurrentUser user;
    private final CurrentCart cart;
    private final ShippingRates rates;
    private final Checkout checkout;
    private final Shoppers shoppers;

    ShopFrame(Templates templates, Texts texts, Catalog catalog, Shop shop, Clock clock, CurrentUser user, CurrentCart cart, ShippingRates rates,
              Checkout checkout, Shoppers shoppers) {
        this.templates = templates;
        this.texts = texts;
        this.catalog = catalog;
        this.shop = shop;
        this.clock = clock;
        this.user = user;
        this.cart = cart;
        this.rates = rates;
        this.checkout = checkout;
        this.shoppers = shoppers;
    }

    @Override
    public String header(Locale locale, String path, String section) {
        return header(locale, path, section, HeaderModel.ANONYMOUS, Shopper.ANYBODY);
    }

    @Override
    public String liveHeader(Locale locale, String path, String section) {
        return header(locale, path, section, visitor(), shoppers.current());
    }

    private HeaderModel visitor() {
        var filled = cart.summary();
        var total = filled.pieces() == 0 ? null : filled.total();
        return user.get().map(person -> new HeaderModel(person.displayName(), filled.pieces(), total, person.asCustomer().isPresent(),
                person.asStaff().isPresent())).orElseGet(() -> new HeaderModel(null, filled.pieces(), total, false, false));
    }

    /** As this one sees it. */
    String header(Locale locale, String path, String section, HeaderModel visitor, Shopper shopper) {
        var model = new HashMap<String, Object>();
        model.put("path", path);
        model.put("section", section == null ? sectionOf(path) : section);
        model.put("ask", CustomersSteps.toAPerson(path));
        model.put("visitor", visitor);
        model.put("categories", categories(shopper));
        model.put("announcement", inline(shop.text("announcement").in(locale)));
        model.put("freeFrom", rates.freeFrom());
        model.put("terms", checkout.agreed(shopper.customer()).orElse(null));
        model.put("arrangement", shoppers.arrangement(shopper));
        return templates.render("storefront/header.jte", locale, model);
    }

    @Override
    public String footer(Locale locale, String path) {
        return footer(locale, path, Shopper.ANYBODY);
    }

    @Override
    public String liveFooter(Locale locale, String path) {
        return footer(locale, path, shoppers.current());
    }

    /** As this one sees it. */
    String footer(Locale locale, String path, Shopper shopper) {
        return templates.render("storefront/footer.jte", locale, Map.of("path", path, "ask", CustomersSteps.toAPerson(path), "categories", categories(shopper),
                "year", clock.instant().atZone(shop.zone()).getYear(), "arrangement", shoppers.arrangement(shopper)));
    }

    @Override
    public PublicPage notFound(PublicRequest request) {
        return PublicPage.of(texts.get(request.locale(), "storefront.not-found.title") + " · " + shop.name(), "", request.path(),
                templates.render("storefront/not-found.jte", request.locale(), Map.of("categories", categories(Shopper.ANYBODY)))).withStatus(404).notIndexed();
    }

    private List<CategoryLink> categories(Shopper shopper) {
        return catalog.topCategories(shopper.viewer()).stream().filter(category -> category.products() > 0).limit(MOST_IN_NAVIGATION).toList();
    }

    private static String sectionOf(String path) {
        return path.startsWith("/help") ? "help" : path.startsWith("/forum") ? "forum" : path.startsWith("/ask") ? "ask" : "";
    }

    /** Markdown without the paragraph around it. */
    private static String inline(String text) {
        return text == null || text.isBlank() ? "" : Markdown.post(text).strip().replaceAll("^<p>|</p>$", "");
    }
}
