package app.regulars.storefront;

import app.regulars.ordering.MyOrders;
import app.regulars.ordering.OrderStatus;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.SignedIn;
import app.regulars.platform.money.Money;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.web.Templates;
import app.regulars.pricing.Prices;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the home page says to somebody it knows: a greeting, the usuals, and how the last order stands. */
@Component
class Welcome {

    private static final int USUALS = 4;
    private static final int LATEST = 3;
    private static final int NOON = 12;
    private static final int EVENING = 17;

    private final MyOrders orders;
    private final Prices prices;
    private final Templates templates;
    private final Texts texts;
    private final Shop shop;
    private final Clock clock;

    Welcome(MyOrders orders, Prices prices, Templates templates, Texts texts, Shop shop, Clock clock) {
        this.orders = orders;
        this.prices = prices;
        this.templates = templates;
        this.texts = texts;
        this.shop = shop;
        this.clock = clock;
    }

    /**
     * What is said to somebody who is known.
     *
     * @param greeting with the first name
     * @param lines    the usuals that the card holds
     * @param yours    the card with the usuals and the last order as HTML, or null where there is neither
     */
    record Known(String greeting, List<UsualLine> lines, String yours) {
    }

    Known of(SignedIn person, Locale locale) {
        return of(person.displayName(), person.customer(), locale);
    }

    /** @param customer null for somebody who is none */
    Known of(String name, CustomerId customer, Locale locale) {
        var greeting = greeting(name.strip().split("\\s+")[0], locale);
        if (customer == null) {
            return new Known(greeting, List.of(), null);
        }
        var lines = usuals(customer);
        return new Known(greeting, lines, card(customer, lines, locale));
    }

    /** By the time of day where the shop is. */
    private String greeting(String name, Locale locale) {
        var hour = clock.instant().atZone(shop.zone()).getHour();
        var part = hour < NOON ? "morning" : hour < EVENING ? "afternoon" : "evening";
        return texts.get(locale, "storefront.home.greeting.name", "part", part, "name", name);
    }

    /** With those chosen that are due by the customer's own rhythm; the first one where none is. */
    private List<UsualLine> usuals(CustomerId me) {
        var now = clock.instant();
        var lines = orders.usuals(me, USUALS).stream().filter(usual -> usual.each() != null).map(usual -> UsualLine.of(usual, now)).toList();
        if (lines.stream().anyMatch(UsualLine::chosen) || lines.isEmpty()) {
            return lines;
        }
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(lines.getFirst().with(lines.getFirst().quantity(), true)),
                lines.stream().skip(1)).toList();
    }

    private String card(CustomerId me, List<UsualLine> lines, Locale locale) {
        var last = orders.list(me, "", 0, LATEST).orders().stream().filter(order -> order.status() != OrderStatus.CANCELED).findFirst().orElse(null);
        if (lines.isEmpty() && last == null) {
            return null;
        }
        var model = new HashMap<String, Object>();
        model.put("lines", lines);
        model.put("last", last);
        model.put("go", go(lines, locale));
        return templates.render("storefront/usuals.jte", locale, model);
    }

    /** The line at what the customer pays for one piece of that many. */
    UsualLine priced(UsualLine line, CustomerId customer) {
        return line.at(prices.each(line.usual().variant(), customer, line.quantity()));
    }

    /** What the button says. */
    String go(List<UsualLine> lines, Locale locale) {
        var chosen = lines.stream().filter(UsualLine::chosen).toList();
        var total = chosen.stream().map(UsualLine::total).reduce(Money.zero(shop.currency()), Money::plus);
        return templates.render("storefront/usuals-go.jte", locale, Map.of("count", chosen.size(), "total", total));
    }

    String money(Money amount, Locale locale) {
        return templates.render("storefront/text.jte", locale, Map.of("text", app.regulars.platform.i18n.Formats.money(amount, locale)));
    }

    String done(int count, Locale locale) {
        return templates.render("storefront/usuals-done.jte", locale, Map.of("count", count));
    }
}
