package app.regulars.catalog;

import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Localized;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a customer said of the piece that is made for her: by the code of the input.
 *
 * @param values only what was said; nothing for a product without inputs
 */
public record Configuration(Map<String, String> values) implements Serializable {

    public static final Configuration NONE = new Configuration(Map.of());
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST = 400;

    public Configuration {
        values = Map.copyOf(values);
    }

    /** As {@link #text()} wrote it; nothing for null and the empty text. */
    public static Configuration of(String text) {
        return text == null || text.isEmpty() ? NONE : new Configuration(JSON.readValue(text, new TypeReference<Map<String, String>>() { }));
    }

    /** The same for the same values; empty for none. */
    public String text() {
        return values.isEmpty() ? "" : JSON.writeValueAsString(new TreeMap<>(values));
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /**
     * What was typed into the fields of these inputs, checked and put in order; what belongs to no input is left out.
     *
     * @throws Refused with the field "input-" and the code
     */
    public static Configuration checked(List<ProductForm.Input> inputs, Map<String, String> typed) {
        var values = new LinkedHashMap<String, String>();
        for (var input : inputs) {
            var text = typed.getOrDefault(input.code(), "").replaceAll("\\p{Cc}+", " ").strip();
            if (!text.isEmpty()) {
                values.put(input.code(), input.isNumber() ? number(input, text) : words(input, text));
            } else if (input.required()) {
                throw new Refused("catalog.input.missing", field(input), Map.of());
            }
        }
        return new Configuration(values);
    }

    /** How many characters of it are taken; more than that are refused, never cut off: a cut engraving is made wrong. */
    public static int longest(ProductForm.Input input) {
        return input.longest() == null ? LONGEST : Math.min(LONGEST, input.longest());
    }

    private static String words(ProductForm.Input input, String text) {
        var most = longest(input);
        if (text.length() > most) {
            throw new Refused("catalog.input.long", field(input), Map.of("most", most));
        }
        return text;
    }

    private static String number(ProductForm.Input input, String text) {
        BigDecimal number;
        try {
            number = text.length() > 12 ? null : new BigDecimal(text.replace(',', '.'));
        } catch (NumberFormatException notANumber) {
            number = null;
        }
        var measure = input.measure() == null ? "" : input.measure();
        if (number == null || Math.abs((long) number.scale()) > 6) {
            throw new Refused("catalog.input.number", field(input), Map.of("measure", measure));
        }
        if (input.least() != null && number.compareTo(input.least()) < 0 || input.most() != null && number.compareTo(input.most()) > 0) {
            throw new Refused("catalog.input.bounds", field(input), Map.of("least", plain(input.least()), "most", plain(input.most()), "measure", measure));
        }
        return number.stripTrailingZeros().toPlainString();
    }

    /** For people: "Engraving: For Mira, length: 40 cm"; empty for none. */
    public Localized words(List<ProductForm.Input> inputs) {
        return new Localized(words(inputs, Locale.CANADA), words(inputs, Locale.CANADA_FRENCH));
    }

    private String words(List<ProductForm.Input> inputs, Locale locale) {
        var all = new StringJoiner(", ");
        for (var input : inputs) {
            var value = values.get(input.code());
            if (value != null) {
                var french = "fr".equals(locale.getLanguage());
                all.add(input.name().in(locale) + (french ? "\u00a0: " : ": ") + (input.isNumber() && french ? value.replace('.', ',') : value)
                        + (input.measure() == null ? "" : "\u00a0" + input.measure()));
            }
        }
        return all.toString();
    }

    private static String field(ProductForm.Input input) {
        return "input-" + input.code();
    }

    private static String plain(BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }

    /** What a person writes may be personal. */
    @Override
    public String toString() {
        return values.isEmpty() ? "no configuration" : "a configuration";
    }
}
