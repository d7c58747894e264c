package app.regulars.platform.i18n;

import java.io.Serializable;
import java.util.Locale;

/** A text that is data, in both languages. French may be null: then English stands in. */
public record Localized(String en, String fr) implements Serializable {

    public static Localized of(String text) {
        return new Localized(text, null);
    }

    public String in(Locale locale) {
        return "fr".equals(Languages.code(locale)) && fr != null && !fr.isBlank() ? fr : en;
    }
}
