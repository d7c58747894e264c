package app.regulars.console;

import app.regulars.catalog.ProductForm;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.money.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** What staff type into the forms of a product's page, read; what cannot be read is refused beside its field. */
final class ProductFormTexts {

    static final Set<String> RELATIONS = Set.of("goes-with", "instead-of", "better-than", "upgrade", "spare-part");
    private static final int LONGEST_REASON = 300;
    private static final int LONGEST_NUMBER = 7;

    private ProductFormTexts() {
    }

    /** @param text as a browser writes it, "2026-11-22T09:30"; null for nothing */
    static Instant moment(String text, String field, ZoneId zone) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return LocalDateTime.parse(text.strip()).atZone(zone).toInstant();
        } catch (DateTimeException notOne) {
            throw new Refused("console.product.moment", field, Map.of());
        }
    }

    static LocalDate day(String text, String field) {
        try {
            return LocalDate.parse(text == null ? "" : text.strip());
        } catch (DateTimeException notOne) {
            throw new Refused("console.product.day", field, Map.of());
        }
    }

    /** @return null for nothing */
    static Integer number(String text, String field) {
        var typed = text == null ? "" : text.strip();
        if (typed.isEmpty()) {
            return null;
        }
        if (typed.length() > LONGEST_NUMBER || !typed.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new Refused("console.product.number", field, Map.of());
        }
        return Integer.valueOf(typed);
    }

    /** @return null for nothing */
    static Money money(String text, String field, String currency) {
        var amount = amount(text, field);
        return amount == null ? null : new Money(amount, currency);
    }

    /** @return null for nothing */
    static BigDecimal amount(String text, String field) {
        var typed = text == null ? "" : text.strip().replace(',', '.');
        if (typed.isEmpty()) {
            return null;
        }
        if (!typed.matches("\\d{1,9}(\\.\\d{1,2})?")) {
            throw new Refused("catalog.competitor.price", field, Map.of());
        }
        return new BigDecimal(typed);
    }

    static Localized reason(Map<String, String> typed) {
        var en = typed.getOrDefault("whyEn", "").strip();
        var fr = typed.getOrDefault("whyFr", "").strip();
        for (var field : Map.of("whyEn", en, "whyFr", fr).entrySet()) {
            if (field.getValue().isEmpty() || field.getValue().length() > LONGEST_REASON) {
                throw new Refused("console.product.reason", field.getKey(), Map.of("most", LONGEST_REASON));
            }
        }
        return new Localized(en, fr);
    }

    /** The rules with one more; fields "o-" and the code of each option, empty for "whatever it is". */
    static List<ProductForm.Rule> withRule(ProductForm form, Map<String, String> typed) {
        var combination = new LinkedHashMap<String, String>();
        for (var option : form.options()) {
            var value = typed.getOrDefault("o-" + option.code(), "");
            if (option.values().stream().anyMatch(some -> some.code().equals(value))) {
                combination.put(option.code(), value);
            }
        }
        if (combination.size() < 2) {
            throw new Refused("console.product.rule.two", form.options().isEmpty() ? "whyEn" : "o-" + form.options().getFirst().code(), Map.of());
        }
        var rules = new ArrayList<>(form.rules());
        rules.removeIf(rule -> rule.combination().equals(combination));
        rules.add(new ProductForm.Rule(combination, reason(typed)));
        return rules;
    }

    static List<ProductForm.Relation> withRelation(ProductForm form, Map<String, String> typed) {
        var kind = typed.getOrDefault("kind", "");
        if (!RELATIONS.contains(kind)) {
            throw new Refused("console.product.relation.kind", "kind", Map.of());
        }
        var relations = new ArrayList<>(form.relations());
        relations.removeIf(relation -> relation.handle().equals(typed.getOrDefault("other", "")) && relation.kind().equals(kind));
        relations.add(new ProductForm.Relation(kind, typed.getOrDefault("other", "").strip(), reason(typed)));
        return relations;
    }

    /** Names a rule whatever its place in the list, so that a click that arrives twice takes away one. */
    static String key(ProductForm.Rule rule) {
        return new TreeMap<>(rule.combination()).toString();
    }

    static String key(ProductForm.Relation relation) {
        return relation.kind() + " " + relation.handle();
    }

    static <T> List<T> without(List<T> list, Function<T, String> key, String which) {
        return list.stream().filter(each -> !key.apply(each).equals(which)).toList();
    }
}
