package app.regulars.platform.web;

import java.util.Locale;
import java.util.Map;

/**
 * What is asked of a public page: nothing but the address and the language, so that its answer can be kept for everybody.
 *
 * @param path       begins with "/", without the query
 * @param parameters the first value of each query parameter, without {@code lang}
 */
public record PublicRequest(String path, Map<String, String> parameters, Locale locale) {

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
