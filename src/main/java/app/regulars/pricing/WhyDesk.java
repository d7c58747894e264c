package app.regulars.pricing;

import app.regulars.catalog.SellableVariant;
import app.regulars.customer.CustomerCard;
import app.regulars.platform.Refused;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.shop.Shop;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door to why something costs what it costs: for an article, a customer, a quantity and a day. */
@Service
@Transactional(readOnly = true)
@RolesAllowed(Permissions.PRICES_SEE)
public class WhyDesk {

    private final Prices prices;
    private final CartPricing carts;
    private final Targets targets;
    private final Shop shop;
    private final Clock clock;

    WhyDesk(Prices prices, CartPricing carts, Targets targets, Shop shop, Clock clock) {
        this.prices = prices;
        this.carts = carts;
        this.targets = targets;
        this.shop = shop;
        this.clock = clock;
    }

    /** As typed. @param customer a number or an address, empty for a visitor @param day empty for now */
    public record Question(String sku, String customer, String quantity, String day) {
    }

    /**
     * What it costs and why.
     *
     * @param customer null for a visitor
     * @param each     of one piece at that quantity; null where it has no price then
     * @param line     such a line alone in a cart, with the promotions that come by themselves; null where there is no price
     */
    public record Answer(SellableVariant variant, CustomerCard customer, int quantity, Instant at, Price each, PricedCart.Line line) {
    }

    @RolesAllowed(Permissions.PRICES_SEE)
    public List<Refused> problems(Question question) {
        var problems = new ArrayList<Refused>();
        Refused.collect(problems, () -> targets.variant(question.sku() == null ? "" : question.sku().strip(), "sku"));
        Refused.collect(problems, () -> customer(question));
        Refused.collect(problems, () -> Typed.pieces(question.quantity(), "quantity"));
        Refused.collect(problems, () -> Typed.day(question.day(), "day"));
        return problems;
    }

    private CustomerCard customer(Question question) {
        return Typed.isBlank(question.customer()) ? null : targets.customer(question.customer(), "customer");
    }

    /** Conditions of the past that were changed since are not known: then the order itself keeps its own reasons. @throws Refused for the first of the {@link #problems} */
    @RolesAllowed(Permissions.PRICES_SEE)
    public Answer answer(Question question) {
        problems(question).stream().findFirst().ifPresent(problem -> {
            throw problem;
        });
        var variant = targets.variant(question.sku().strip(), "sku");
        var customer = customer(question);
        var pieces = Typed.pieces(question.quantity(), "quantity");
        var quantity = pieces == null ? 1 : pieces;
        var day = Typed.day(question.day(), "day");
        var now = clock.instant();
        var at = day == null || day.equals(now.atZone(shop.zone()).toLocalDate()) ? now : day.atTime(12, 0).atZone(shop.zone()).toInstant();
        var id = customer == null ? null : customer.id();
        var each = prices.of(List.of(variant.id()), id, quantity, at).get(variant.id());
        var line = carts.price(new Asked(List.of(new Prices.Wish(variant.id(), quantity)), id, List.of(), null, null, app.regulars.platform.money.Money.zero(shop.currency())), at)
                .lines().stream().findFirst().orElse(null);
        return new Answer(variant, customer, quantity, at, each, line);
    }
}
