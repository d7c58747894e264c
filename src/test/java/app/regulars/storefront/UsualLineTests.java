package app.regulars.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.catalog.VariantId;
import app.regulars.ordering.Usual;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UsualLineTests {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void choosesWhatIsDueByTheCustomersOwnRhythm() {
        assertThat(UsualLine.of(monthly(30), NOW)).matches(UsualLine::isSoon).matches(UsualLine::chosen);
        assertThat(UsualLine.of(monthly(2), NOW).chosen()).isFalse();
    }

    @Test
    void seesNoRhythmInTwoOrders() {
        var twice = new Usual(new VariantId(new UUID(1, 1)), "tea", Localized.of("Tea"), Localized.of(""), null, "sage", Money.of("4.00", "CAD"), 2, 1,
                NOW.minus(Duration.ofDays(300)));
        assertThat(UsualLine.of(twice, NOW).isSoon()).isFalse();
    }

    @Test
    void sumsWhatWasChosen() {
        assertThat(UsualLine.of(monthly(30), NOW).with(3, true).total()).isEqualTo(Money.of("12.00", "CAD"));
    }

    private static Usual monthly(int daysAgo) {
        return new Usual(new VariantId(new UUID(1, 1)), "tea", Localized.of("Tea"), Localized.of(""), null, "sage", Money.of("4.00", "CAD"), 12, 2,
                NOW.minus(Duration.ofDays(daysAgo)));
    }
}
