package app.regulars.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regulars.platform.i18n.Formats;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.money.Money;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class MoneyTests {

    @Test
    void roundsHalfUpToWhatCanBePaid() {
        assertThat(Money.of("10.00", "CAD").times(new BigDecimal("0.14975"))).isEqualTo(Money.of("1.50", "CAD"));
        assertThat(Money.of("0.105", "CAD").rounded()).isEqualTo(Money.of("0.11", "CAD"));
        assertThat(Money.of("10.5", "JPY").rounded()).isEqualTo(Money.of("11", "JPY"));
    }

    @Test
    void neverMixesCurrencies() {
        assertThatThrownBy(() -> Money.of("1", "CAD").plus(Money.of("1", "GBP"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void speaksTheReadersForm() {
        assertThat(Formats.money(Money.of("1048.6", "CAD"), Languages.ENGLISH)).isEqualTo("$1,048.60");
        assertThat(Formats.money(Money.of("48.6", "CAD"), Languages.FRENCH)).matches("48,60\\h\\$");
    }

    @Test
    void isEqualWhateverTheDecimalsWritten() {
        assertThat(Money.of("48.6", "CAD")).isEqualTo(Money.of("48.6000", "CAD")).hasToString("48.60 CAD");
    }
}
