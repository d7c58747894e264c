package app.regulars.platform.i18n;

import com.vaadin.flow.i18n.I18NProvider;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * All texts of the product: one bundle a module, {@code i18n/<module>.properties} in English and
 * {@code i18n/<module>_fr.properties} in Canadian French, with ICU messages and named values
 * ({@code {count, plural, one {# item} other {# items}}}). Keys begin with the module's name.
 */
@Component
public class Texts implements I18NProvider {

    private static final long serialVersionUID = 1L;
    private static final Logger log = LoggerFactory.getLogger(Texts.class);

    private final transient Map<String, Map<String, String>> byLanguage = Map.of("en", new HashMap<>(), "fr", new HashMap<>());
    private final transient Map<String, Map<String, Text>> read = Map.of("en", new ConcurrentHashMap<>(), "fr", new ConcurrentHashMap<>());

    Texts() throws IOException {
        for (var resource : new PathMatchingResourcePatternResolver().getResources("classpath*:i18n/*.properties")) {
            var language = resource.getFilename().endsWith("_fr.properties") ? "fr" : "en";
            var bundle = new Properties();
            try (var reader = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
                bundle.load(reader);
            }
            bundle.forEach((key, text) -> {
                if (byLanguage.get(language).put((String) key, (String) text) != null) {
                    throw new IllegalStateException("text " + key + " stands in two bundles");
                }
            });
        }
    }

    /** The plain text of a key. A missing key shows itself in brackets and is logged. */
    public String get(Locale locale, String key) {
        return get(locale, key, Map.of());
    }

    /** The text of a key with its named values. */
    public String get(Locale locale, String key, Map<String, ?> values) {
        var language = Languages.code(locale);
        var pattern = byLanguage.get(language).get(key);
        if (pattern == null) {
            log.warn("missing text {} in {}", key, language);
            return "[" + key + "]";
        }
        return read.get(language).computeIfAbsent(key, k -> Text.of(pattern, "fr".equals(language) ? Languages.FRENCH : Languages.ENGLISH)).with(values);
    }

    /** {@code get(locale, key, "name", value, ...)} */
    public String get(Locale locale, String key, Object... namesAndValues) {
        var values = new HashMap<String, Object>();
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return get(locale, key, values);
    }

    public boolean has(String key) {
        return byLanguage.get("en").containsKey(key);
    }

    /** All texts of a language, for tests. */
    public Map<String, String> all(Locale locale) {
        return Map.copyOf(byLanguage.get(Languages.code(locale)));
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return Languages.ALL;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... namesAndValues) {
        return get(locale, key, namesAndValues);
    }
}
