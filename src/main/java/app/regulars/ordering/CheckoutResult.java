package app.regulars.ordering;

import app.regulars.catalog.Quantities;
import app.regulars.catalog.VariantId;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.money.Money;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How placing an order ended. */
public sealed interface CheckoutResult {

    /** It is ordered, now or by an earlier click on the same. @param byCard whether it is to be paid by card next */
    record Placed(OrderId id, OrderNumber number, String trackToken, boolean byCard) implements CheckoutResult {
    }

    /** It is more than the person may order alone: somebody of the company is asked first, now or by an earlier click on the same. */
    record Requested(UUID request, String number) implements CheckoutResult {
    }

    /** It costs something else than what the person saw; nothing was ordered. */
    record PriceChanged(Money seen, Money now) implements CheckoutResult {
    }

    /** There are fewer pieces than wanted; nothing was ordered. @param available 0 when it is not sold any more */
    record SoldOut(VariantId variant, Localized name, int available) implements CheckoutResult {
    }

    /** It is not sold in this number; nothing was ordered. */
    record WrongQuantity(VariantId variant, Localized name, Quantities quantities) implements CheckoutResult {
    }

    record EmptyCart() implements CheckoutResult {
    }

    /** Something is missing or broken; nothing was ordered. */
    record Incomplete(List<Problem> problems) implements CheckoutResult {
    }

    /** @param field lines, name, email, phone, recipient, line1, line2, city, province, postalCode, shipping, reference, note, gift, deliverOn, instructions or terms @param arguments money among them as money */
    record Problem(String field, String key, Map<String, Object> arguments) {
    }
}
