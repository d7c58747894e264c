package app.regulars.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is put together without ICU's message format reads as it would with it. */
class TextTests {

    @Test
    void everyTextOfTheProductReadsAsIcuWouldWriteIt() throws IOException {
        for (var locale : new Locale[] {Languages.ENGLISH, Languages.FRENCH}) {
            new Texts().all(locale).forEach((key, pattern) -> {
                var format = new MessageFormat(pattern, ULocale.forLocale(locale));
                var words = new HashMap<String, Object>();
                format.getArgumentNames().forEach(name -> words.put(name, pattern.matches("(?s).*\\{" + name + "\\s*,.*") ? (Object) 1234 : "<" + name + "’s> {0} #"));
                assertThat(Text.of(pattern, locale).with(words)).as(key).isEqualTo(format.format(words, new StringBuffer(), null).toString());
            });
        }
    }

    @Test
    void numbersAndMissingValuesAreWrittenAsTheLanguageDoes() {
        var text = Text.of("{name}: {count}", Languages.FRENCH);
        assertThat(text.with(Map.of("name", "Café", "count", 1234.5))).isEqualTo("Café: 1\u00a0234,5");
        assertThat(text.with(Map.of("name", "Café"))).isEqualTo("Café: {count}");
        assertThat(Text.of("it''s {name}", Languages.ENGLISH).with(Map.of("name", "x"))).isEqualTo("it's x");
    }
}
