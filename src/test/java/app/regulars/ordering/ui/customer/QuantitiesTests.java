package app.regulars.ordering.ui.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.regulars.platform.Refused;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantitiesTests {

    @ParameterizedTest
    @CsvSource({"0, 0", "' 2 ', 2", "007, 7", "999, 999"})
    void readsWholeNumbers(String typed, int pieces) {
        assertThat(Quantities.of(typed)).isEqualTo(pieces);
    }

    /** What is wrong is said, not something else. */
    @ParameterizedTest
    @ValueSource(strings = {"1,5:whole", "0.5:whole", "1e9:whole", "😀:whole", ":whole", "-1:few", "1000:many", "9999999999999999999999:many"})
    void saysWhatIsWrong(String typedAndWhy) {
        var parts = typedAndWhy.split(":", -1);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> Quantities.of(parts[0])).satisfies(no -> assertThat(no.key()).isEqualTo("ordering.quantity." + parts[1]));
    }
}
