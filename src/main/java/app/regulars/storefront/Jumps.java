package app.regulars.storefront;

import app.regulars.catalog.Catalog;
import app.regulars.inquiry.InquiryAudience;
import app.regulars.ordering.MyOrders;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.shop.Shop;
import app.regulars.search.SiteSearch;
import java.util.List;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What leads straight to a page instead of to results: numbers of articles, orders and inquiries, and what staff redirected. */
@Component
class Jumps {

    private static final Pattern ORDER_NUMBER = Pattern.compile("[A-Za-z]{1,6}-[0-9]{3,10}");
    /** Numbers that the shop gave before it had this site look like anything. */
    private static final Pattern OLD_NUMBER = Pattern.compile("(?=.*\\d)[A-Za-z0-9/_.-]{3,30}");
    private static final Pattern ARTICLE_NUMBER = Pattern.compile("(?=.*\\d)[A-Za-z0-9][A-Za-z0-9 /_.-]{1,38}[A-Za-z0-9]");
    private static final Set<String> RECORDS = Set.of("order", "inquiry");

    private final Shop shop;
    private final Catalog catalog;
    private final SiteSearch search;
    private final MyOrders orders;
    private final InquiryAudience inquiries;

    Jumps(Shop shop, Catalog catalog, SiteSearch search, MyOrders orders, InquiryAudience inquiries) {
        this.shop = shop;
        this.catalog = catalog;
        this.search = search;
        this.orders = orders;
        this.inquiries = inquiries;
    }

    /** The order number that was typed, or nothing. */
    Optional<String> orderNumber(String text) {
        var typed = text.strip();
        return ORDER_NUMBER.matcher(typed).matches() && typed.regionMatches(true, 0, shop.orderPrefix() + "-", 0, shop.orderPrefix().length() + 1)
                ? Optional.of(typed.toUpperCase(Locale.ROOT)) : Optional.empty();
    }

    /** Where a question leads whoever asks it; of products only to those that this shopper sees. */
    Optional<String> ofAnybody(String text, Locale locale, Shopper shopper) {
        return search.redirect(text, locale).or(() -> article(text, shopper).map(handle -> "/p/" + handle));
    }

    /** The handle of the product with that article number. */
    Optional<String> article(String text, Shopper shopper) {
        var typed = text.strip();
        if (!ARTICLE_NUMBER.matcher(typed).matches() || orderNumber(typed).isPresent()) {
            return Optional.empty();
        }
        return catalog.bySku(typed).map(variant -> variant.handle())
                .filter(handle -> !catalog.cards(List.of(handle), shopper.viewer()).isEmpty());
    }

    /** For whom records are looked for: her orders, and of the inquiries those she may see. */
    Set<String> audience(CustomerId me) {
        var audience = new HashSet<>(inquiries.of(me));
        audience.add("customer:" + me);
        return audience;
    }

    /** The customer's own order or inquiry with that number. */
    Optional<String> own(String text, Locale locale, CustomerId me) {
        var typed = text.strip();
        if (!OLD_NUMBER.matcher(typed).matches()) {
            return Optional.empty();
        }
        var question = new SiteSearch.Question(typed, RECORDS, List.of(), audience(me), locale, 0, 5);
        return search.find(question).hits().stream().filter(hit -> hit.ref().equalsIgnoreCase(typed)).map(SiteSearch.Hit::address).findFirst()
                .or(() -> orders.list(me, typed, 0, 2).orders().stream().map(order -> order.number().value())
                        .filter(number -> number.equalsIgnoreCase(typed)).map(number -> "/my/orders/" + number).findFirst());
    }
}
