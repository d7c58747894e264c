package app.regulars.platform;

import static app.regulars.platform.i18n.Languages.ENGLISH;
import static app.regulars.platform.i18n.Languages.FRENCH;
import static app.regulars.platform.i18n.Languages.resolve;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LanguagesTests {

    @Test
    void theAddressWinsOverTheCookieAndTheCookieOverTheBrowser() {
        assertThat(resolve("fr", "en", "en-CA")).isEqualTo(FRENCH);
        assertThat(resolve(null, "fr", "en-CA")).isEqualTo(FRENCH);
        assertThat(resolve(null, null, "de, fr-FR;q=0.8, en;q=0.5")).isEqualTo(FRENCH);
    }

    @Test
    void anythingUnknownIsEnglish() {
        assertThat(resolve("klingon", null, null)).isEqualTo(ENGLISH);
        assertThat(resolve(null, null, "de")).isEqualTo(ENGLISH);
        assertThat(resolve(null, null, ";;;broken,,q=9")).isEqualTo(ENGLISH);
    }
}
