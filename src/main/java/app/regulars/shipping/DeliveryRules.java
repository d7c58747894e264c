package app.regulars.shipping;

import app.regulars.platform.Refused;
import app.regulars.platform.address.AddressFormats;
import app.regulars.platform.text.PersonTexts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What a way of delivery needs so that an order can be sent by it. */
final class DeliveryRules {

    static final int MOST_RATES = 13;
    private static final int LONGEST = 60;
    private static final int MOST_DAYS = 60;
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,5}([.,]\\d{1,2})?");
    private static final Pattern DAYS = Pattern.compile("\\d{1,2}");

    private DeliveryRules() {
    }

    static String name(String typed, String field) {
        return PersonTexts.bounded(PersonTexts.required(typed, "shipping.delivery.name.missing", field), LONGEST, field);
    }

    static String carrier(String typed) {
        return PersonTexts.bounded(PersonTexts.required(typed, "shipping.delivery.carrier.missing", "carrier"), LONGEST, "carrier");
    }

    static List<Refused> problems(List<DeliveryForm.Rate> rates, String home) {
        var problems = new ArrayList<Refused>();
        if (rates.isEmpty() || rates.size() > MOST_RATES) {
            problems.add(new Refused("shipping.delivery.rates.missing", "price0", Map.of()));
        }
        var named = new HashSet<String>();
        var everywhere = 0;
        for (var at = 0; at < rates.size(); at++) {
            var rate = rates.get(at);
            var number = at;
            Refused.collect(problems, () -> amount(rate.price(), "price" + number));
            if (!isBlank(rate.from()) || !isBlank(rate.then())) {
                Refused.collect(problems, () -> amount(rate.from(), "from" + number));
                Refused.collect(problems, () -> cheaper(rate, number));
            }
            Refused.collect(problems, () -> days(rate.days(), "days" + number));
            Refused.collect(problems, () -> weights(rate.weights(), "weights" + number));
            Refused.collect(problems, () -> most(rate, number));
            everywhere += rate.provinces().isEmpty() ? 1 : 0;
            if (!rate.provinces().stream().allMatch(place -> isPlace(place, home)) || rate.provinces().isEmpty() && everywhere > 1) {
                problems.add(new Refused("shipping.delivery.places.twice", "places" + number, Map.of()));
            } else if (rate.provinces().stream().anyMatch(named::contains)) {
                problems.add(new Refused("shipping.delivery.places.named", "places" + number, Map.of()));
            }
            named.addAll(rate.provinces());
        }
        return problems;
    }

    /** A region of the shop's own country, or another country. */
    private static boolean isPlace(String place, String home) {
        return place.startsWith(DeliveryOption.abroad("")) ? AddressFormats.isCountry(place.substring(DeliveryOption.abroad("").length())) && !place.equals(DeliveryOption.abroad(home))
                : AddressFormats.of(home).region(place).isPresent();
    }

    private static void cheaper(DeliveryForm.Rate rate, int number) {
        var then = amount(rate.then(), "then" + number);
        if (AMOUNT.matcher(clean(rate.price())).matches() && then.compareTo(amount(rate.price(), "price" + number)) > 0) {
            throw new Refused("shipping.delivery.then.dearer", "then" + number, Map.of());
        }
    }

    static DeliveryOption.Rate rate(DeliveryForm.Rate typed) {
        var plain = isBlank(typed.from()) && isBlank(typed.then());
        return new DeliveryOption.Rate(Set.copyOf(typed.provinces()), amount(typed.price(), "price"), plain ? null : amount(typed.from(), "from"),
                plain ? null : amount(typed.then(), "then"), days(typed.days(), "days"), weights(typed.weights(), "weights"), isBlank(typed.most()) ? null : grams(typed.most(), "most"));
    }

    /** "5: 14.00; 20: 30.00", kilograms and prices, the lightest first. */
    static List<DeliveryOption.Heavier> weights(String typed, String field) {
        var steps = new ArrayList<DeliveryOption.Heavier>();
        if (isBlank(typed)) {
            return steps;
        }
        for (var part : typed.strip().split("\\s*[;\\n]\\s*")) {
            var sides = part.split("[:=]");
            if (sides.length != 2) {
                throw new Refused("shipping.delivery.weights.wrong", field, Map.of());
            }
            try {
                steps.add(new DeliveryOption.Heavier(grams(sides[0], field), amount(sides[1], field)));
            } catch (Refused wrong) {
                throw new Refused("shipping.delivery.weights.wrong", field, Map.of());
            }
        }
        if (steps.isEmpty()) {
            throw new Refused("shipping.delivery.weights.wrong", field, Map.of());
        }
        for (var at = 0; at < steps.size(); at++) {
            if (steps.size() > MOST_RATES || steps.get(at).grams() <= (at == 0 ? 0 : steps.get(at - 1).grams())) {
                throw new Refused("shipping.delivery.weights.order", field, Map.of());
            }
        }
        return steps;
    }

    /** As it is typed. */
    static String typed(List<DeliveryOption.Heavier> weights) {
        return weights.stream().map(each -> kilograms(each.grams()) + ": " + each.price().setScale(2, java.math.RoundingMode.HALF_UP).toPlainString()).collect(java.util.stream.Collectors.joining("; "));
    }

    static String kilograms(int grams) {
        return BigDecimal.valueOf(grams).movePointLeft(3).stripTrailingZeros().toPlainString();
    }

    private static void most(DeliveryForm.Rate rate, int number) {
        if (!isBlank(rate.most())) {
            var bound = grams(rate.most(), "most" + number);
            if (weights(rate.weights(), "most" + number).stream().anyMatch(each -> each.grams() > bound)) {
                throw new Refused("shipping.delivery.most.low", "most" + number, Map.of());
            }
        }
    }

    private static int grams(String typed, String field) {
        var text = clean(typed).replaceAll("(?i)kg$", "").replace(',', '.');
        if (!text.matches("\\d{1,4}(\\.\\d{1,3})?") || new BigDecimal(text).signum() == 0) {
            throw new Refused("shipping.delivery.weight.wrong", field, Map.of());
        }
        return new BigDecimal(text).movePointRight(3).intValueExact();
    }

    private static BigDecimal amount(String typed, String field) {
        var text = clean(typed);
        if (!AMOUNT.matcher(text).matches()) {
            throw new Refused("shipping.delivery.amount.wrong", field, Map.of());
        }
        return new BigDecimal(text.replace(',', '.'));
    }

    private static int days(String typed, String field) {
        var text = clean(typed);
        if (!DAYS.matcher(text).matches() || Integer.parseInt(text) > MOST_DAYS) {
            throw new Refused("shipping.delivery.days.wrong", field, Map.of("most", MOST_DAYS));
        }
        return Integer.parseInt(text);
    }

    private static boolean isBlank(String typed) {
        return typed == null || typed.isBlank();
    }

    private static String clean(String typed) {
        return typed == null ? "" : typed.replaceAll("[\\s\\u00a0\\u202f$]", "");
    }
}
