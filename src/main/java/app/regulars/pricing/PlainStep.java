package app.regulars.pricing;

import app.regulars.platform.i18n.Localized;
import app.regulars.platform.money.Money;
import java.io.Serializable;

/**
 * One line of why something costs what it costs, as a customer reads it.
 *
 * @param kind   what it is; the text pricing.plain.{kind} says it
 * @param label  how the shop calls it, or null
 * @param from   from so many pieces on, or 0; of the goods, how many pieces
 * @param amount of one piece; of a discount, what it takes off the whole line
 */
public record PlainStep(Origin.Kind kind, Localized label, int from, Money amount) implements Serializable {

    public boolean isDiscount() {
        return kind == Origin.Kind.PROMOTION || kind == Origin.Kind.COUPON || kind == Origin.Kind.VOUCHER;
    }
}
