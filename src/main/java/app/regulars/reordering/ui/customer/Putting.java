package app.regulars.reordering.ui.customer;

import app.regulars.ordering.Carts;
import app.regulars.ordering.ui.CurrentCart;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.ui.Notices;
import app.regulars.pricing.Prices;
import app.regulars.reordering.MyShoppingLists;
import app.regulars.reordering.MyReminders;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Puts lines into the cart and says what came of it; once more changes nothing. */
final class Putting {

    private static final String DUE = "due";

    private Putting() {
    }

    static void list(CurrentCart cart, MyShoppingLists lists, CustomerId me, UUID id, Texts texts, Locale locale) {
        into(cart, lists.find(me, id).wishes(), texts, locale);
        lists.seen(me, id);
    }

    static List<Carts.Left> into(CurrentCart cart, List<Prices.Wish> wishes, Texts texts, Locale locale) {
        var left = wishes.isEmpty() ? List.<Carts.Left>of() : cart.addAll(wishes, false);
        if (left.isEmpty()) {
            Notices.done(texts.get(locale, "reordering.put", "count", wishes.size()));
        } else {
            Notices.error(texts.get(locale, "reordering.put.some", "count", wishes.size() - left.size(), "left", left.size()) + " "
                    + texts.get(locale, left.getFirst().why().key(), left.getFirst().why().arguments()));
        }
        return left;
    }

    /** A chosen rhythm: of so many days, or none for when it is needed; nothing for what no page of ours sends. */
    static Optional<Optional<Integer>> rhythm(String sent) {
        if (DUE.equals(sent)) {
            return Optional.of(Optional.empty());
        }
        return MyReminders.RHYTHMS.stream().filter(days -> String.valueOf(days).equals(sent)).findFirst().map(Optional::of);
    }
}
