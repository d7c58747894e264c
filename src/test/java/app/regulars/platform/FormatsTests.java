package app.regulars.platform;

import static app.regulars.platform.i18n.Languages.ENGLISH;
import static app.regulars.platform.i18n.Languages.FRENCH;
import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.platform.i18n.Formats;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class FormatsTests {

    private static final ZoneId CHARLOTTETOWN = ZoneId.of("America/Halifax");
    private static final Instant FIRST = Instant.parse("2026-09-01T13:05:00Z");

    @Test
    void frenchCountsTheFirstOfAMonth() {
        assertThat(Formats.date(FIRST, CHARLOTTETOWN, FRENCH)).isEqualTo("1er septembre 2026");
        assertThat(Formats.longDate(LocalDate.of(2026, 9, 1), FRENCH)).isEqualTo("mardi 1er septembre 2026");
        assertThat(Formats.dayAndMonth(LocalDate.of(2026, 9, 2), FRENCH)).isEqualTo("mercredi 2 septembre");
        assertThat(Formats.longDate(LocalDate.of(2026, 9, 1), ENGLISH)).isEqualTo("Tuesday, 1 September 2026");
    }

    @Test
    void aTimeStaysOnOneLine() {
        assertThat(Formats.dateAndTime(FIRST, CHARLOTTETOWN, FRENCH)).startsWith("1er sept. 2026, ").endsWith("10\u00a0h\u00a005");
        assertThat(Formats.time(FIRST, CHARLOTTETOWN, ENGLISH)).doesNotContain(" ").startsWith("10:05");
    }
}
