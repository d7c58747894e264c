package app.regulars.quoting.ui.customer;

import app.regulars.ordering.CheckoutResult;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Formats;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.money.Money;
import java.util.HashMap;
import java.util.Locale;
import java.util.function.Supplier;

/** What is said when somebody agrees to a quote and it cannot be ordered. */
final class Answering {

    private Answering() {
    }

    /** @return empty when it is ordered */
    static String problem(Supplier<CheckoutResult> accepting, Texts texts, Locale locale) {
        try {
            return switch (accepting.get()) {
                case CheckoutResult.Placed placed -> "";
                case CheckoutResult.SoldOut gone -> texts.get(locale, gone.available() == 0 ? "quoting.accept.sold-out" : "quoting.accept.short", "name", name(gone.name(), locale),
                        "count", gone.available());
                case CheckoutResult.Incomplete incomplete -> {
                    var problem = incomplete.problems().getFirst();
                    var arguments = new HashMap<String, Object>();
                    problem.arguments().forEach((name, value) -> arguments.put(name, value instanceof Money money ? Formats.money(money, locale) : value));
                    yield texts.get(locale, problem.key(), arguments);
                }
                case CheckoutResult.EmptyCart empty -> texts.get(locale, "quoting.accept.gone");
                case CheckoutResult.Requested asked -> texts.get(locale, "ordering.checkout.beyond");
                case CheckoutResult.PriceChanged changed -> texts.get(locale, "quoting.accept.gone");
                case CheckoutResult.WrongQuantity wrong -> texts.get(locale, "quoting.accept.gone");
            };
        } catch (Refused refused) {
            return texts.get(locale, refused.key(), refused.arguments());
        }
    }

    private static String name(Localized name, Locale locale) {
        return name == null ? "" : name.in(locale);
    }
}
