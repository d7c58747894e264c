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
    }
}
