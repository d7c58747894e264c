package app.regulars.platform.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regulars.platform.Refused;
import org.junit.jupiter.api.Test;

class PersonTextsTests {

    @Test
    void keepsNamesOfEveryScriptAndNoTricks() {
        assertThat(PersonTexts.name("  Zoë <b>\t🙂 ")).isEqualTo("Zoë <b> 🙂");
        assertThat(PersonTexts.name("نور حداد")).isEqualTo("نور حداد");
        assertThat(PersonTexts.name("Maren\u202Egnp.exe")).isEqualTo("Maren gnp.exe");
        assertThatThrownBy(() -> PersonTexts.name("x".repeat(10_000))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> PersonTexts.name("\u0000 \u200F")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> PersonTexts.name("\u200B\u2060 \uFEFF")).isInstanceOf(Refused.class);
    }

    @Test
    void keepsLinesAndWhatJoinsLettersButNothingUnseenAlone() {
        assertThat(PersonTexts.lines(" one\r\n\ttwo\rthree\u0000 \u202Efour\u2069 ")).isEqualTo("one\n\ttwo\nthree four");
        assertThat(PersonTexts.lines("👩\u200D👩\u200D👧")).isEqualTo("👩\u200D👩\u200D👧");
        assertThat(PersonTexts.lines("\u200B\n\u2066\u00A0")).isEmpty();
        assertThat(PersonTexts.lines(null)).isEmpty();
    }
}
