package app.regulars.platform.web;

import app.regulars.platform.identity.CustomerId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What is asked of a public page: nothing but the address and the language, so that its answer can be kept for everybody.
 *
 * @param path       begins with "/", without the query
 * @param parameters the first value of each query parameter, without {@code lang}
 * @param customer   who looks at the live page; null for what is made for everybody
 */
public record PublicRequest(String path, Map<String, String> parameters, Locale locale, CustomerId customer) {

    /** By nobody in particular. */
    public PublicRequest(String path, Map<String, String> parameters, Locale locale) {
        this(path, parameters, locale, null);
    }

    public PublicRequest by(CustomerId somebody) {
        return new PublicRequest(path, parameters, locale, somebody);
    }

    private static final int LONGEST_PARAMETER = 400;

    /** The parameters of an address that a page may read, for the first HTML and the live page alike: what is longer was not typed by a person. */
    public static Map<String, String> parameters(Map<String, List<String>> sent) {
        var kept = new HashMap<String, String>();
        sent.forEach((name, values) -> {
            if (!"lang".equals(name) && !values.isEmpty() && values.getFirst().length() <= LONGEST_PARAMETER) {
                kept.put(name, values.getFirst());
            }
        });
        return Map.copyOf(kept);
    }

    public String parameter(String name, String otherwise) {
        return parameters.getOrDefault(name, otherwise);
    }

    /** The parameter as a number within bounds; anything else is the other value. */
    public int number(String name, int otherwise, int min, int max) {
        try {
            return Math.clamp(Integer.parseInt(parameters.getOrDefault(name, "")), min, max);
        } catch (NumberFormatException notANumber) {
            return otherwise;
        }
    }

    /** The last part of the path: "guji-dawn" of "/p/guji-dawn". */
    public String lastSegment() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
