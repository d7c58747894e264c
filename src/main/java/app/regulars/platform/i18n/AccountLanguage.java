package app.regulars.platform.i18n;

import java.util.Locale;
import java.util.Optional;

/** Answers in which language whoever is signed in reads as long as she has not chosen one in this browser; nothing for a visitor. */
public interface AccountLanguage {

    Optional<Locale> current();
}
