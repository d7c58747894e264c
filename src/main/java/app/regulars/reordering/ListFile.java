package app.regulars.reordering;

import app.regulars.platform.money.Money;
import app.regulars.pricing.Prices;
import java.util.List;
import java.util.UUID;

/**
 * A list as its page shows it, at the prices of this moment.
 *
 * @param id    null for what is no list, such as the basket of a reminder
 * @param total of what can be put into the cart, before discounts, taxes and delivery
 */
public record ListFile(UUID id, String name, List<BasketLine> lines, Money total) {

    public long flagged() {
        return lines.stream().filter(line -> line.flag() != BasketLine.Flag.NONE).count();
    }

    /** What goes into the cart: what is short as far as there is any. */
    public List<Prices.Wish> wishes() {
        return lines.stream().filter(BasketLine::canBePut).map(line -> new Prices.Wish(line.line().variant(), line.putting(), line.line().configuration())).toList();
    }
}
