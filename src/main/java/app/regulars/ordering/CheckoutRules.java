package app.regulars.ordering;

import app.regulars.customer.CustomerDirectory;
import app.regulars.payment.Payments;
import app.regulars.platform.Refused;
import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.money.Money;
import app.regulars.pricing.Terms;
import app.regulars.shipping.ShippingOption;
import app.regulars.shipping.ShippingRates;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** What a checkout form needs; says everything that is wrong at once, not one thing a try. */
@Component
class CheckoutRules {

    private static final int LONGEST_REFERENCE = 80;
    private static final int FURTHEST_DAY = 60;

    private final CustomerDirectory customers;
    private final ShippingRates rates;
    private final Payments payments;

    CheckoutRules(CustomerDirectory customers, ShippingRates rates, Payments payments) {
        this.payments = payments;
        this.customers = customers;
        this.rates = rates;
    }

    /** @param form as it is kept; null when there are problems */
    record Checked(CheckoutForm form, List<CheckoutResult.Problem> problems) {
    }

    List<String> methods() {
        return payments.methods();
    }

    /** @param goods before discounts @param terms agreed with whoever orders @param grams what they weigh */
    Checked check(CheckoutForm typed, Money goods, Terms terms, IntSupplier grams) {
        var problems = new ArrayList<CheckoutResult.Problem>();
        if (terms.minimumOrder() != null && !goods.isAtLeast(terms.minimumOrder())) {
            problems.add(new CheckoutResult.Problem("lines", "ordering.checkout.minimum",
                    Map.of("minimum", terms.minimumOrder(), "missing", terms.minimumOrder().minus(goods))));
        }
        var name = tried("name", problems, () -> customers.checkedName(typed.name()));
        var email = tried("email", problems, () -> customers.checkedEmail(typed.email()));
        var phone = tried("phone", problems, () -> customers.checkedPhone(typed.phone()));
        var pickup = "pickup".equals(typed.shippingOption());
        var address = pickup ? null : address(typed.address(), problems);
        if (pickup || address != null) {
            var country = address == null ? "CA" : address.country();
            var province = address == null ? null : address.province();
            if (!pickup && !rates.countries().contains(country)) {
                problems.add(new CheckoutResult.Problem("country", "ordering.checkout.country.unserved", Map.of()));
            } else if (typed.shippingOption() == null || rates.option(typed.shippingOption(), country, province, goods, grams).isEmpty()) {
                problems.add(new CheckoutResult.Problem("shipping", "ordering.checkout.shipping.missing", Map.of()));
            }
        }
        if (!payments.methods().contains(typed.payment())) {
            problems.add(new CheckoutResult.Problem("payment", "ordering.checkout.payment.missing", Map.of()));
        }
        var reference = tried("reference", problems, () -> bounded(typed.purchaseReference(), "reference", LONGEST_REFERENCE));
        var note = tried("note", problems, () -> bounded(typed.note(), "note", Order.LONGEST_NOTE));
        var gift = tried("gift", problems, () -> bounded(typed.wishes().giftMessage(), "gift", Wishes.LONGEST_GIFT));
        var instructions = tried("instructions", problems, () -> bounded(typed.wishes().instructions(), "instructions", Wishes.LONGEST_INSTRUCTIONS));
        return new Checked(problems.isEmpty() ? new CheckoutForm(name, typed.company(), email, phone, address, typed.shippingOption(), reference, note,
                typed.locale(), typed.payment(), new Wishes(gift, typed.wishes().deliverOn(), instructions, typed.wishes().termsVersion())) : null, problems);
    }

    /** What is wrong with the day somebody wishes for; nothing where it can be kept. @param offered from which day on it can be there @param today in the shop's zone */
    static Optional<CheckoutResult.Problem> day(LocalDate wished, ShippingOption offered, LocalDate today) {
        if (wished == null) {
            return Optional.empty();
        }
        var key = wished.isBefore(offered.promised()) ? "soon" : wished.isAfter(today.plusDays(FURTHEST_DAY)) ? "late"
                : wished.getDayOfWeek() == DayOfWeek.SATURDAY || wished.getDayOfWeek() == DayOfWeek.SUNDAY ? "weekend" : null;
        return key == null ? Optional.empty() : Optional.of(new CheckoutResult.Problem("deliverOn", "ordering.checkout.day." + key, Map.of("day", offered.promised(), "days", FURTHEST_DAY)));
    }

    private PostalAddress address(PostalAddress typed, List<CheckoutResult.Problem> problems) {
        var wrong = customers.addressProblems(typed);
        wrong.forEach(each -> problems.add(new CheckoutResult.Problem(each.field(), each.key(), each.arguments())));
        return wrong.isEmpty() ? customers.checkedAddress(typed) : null;
    }

    private static String bounded(String typed, String field, int most) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        var text = typed.replaceAll("[\\p{Cc}&&[^\\n\\t]]", "").strip();
        if (text.length() > most) {
            throw new Refused("ordering.text.long", field, Map.of("most", most));
        }
        return text.isEmpty() ? null : text;
    }

    private static <T> T tried(String field, List<CheckoutResult.Problem> problems, Supplier<T> check) {
        try {
            return check.get();
        } catch (Refused refused) {
            problems.add(new CheckoutResult.Problem(refused.field() == null ? field : refused.field(), refused.key(), refused.arguments()));
            return null;
        }
    }
}
