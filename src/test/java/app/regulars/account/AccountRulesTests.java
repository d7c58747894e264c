package app.regulars.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regulars.platform.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountRulesTests {

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "password123", "1qaz2wsx3edc", "Manchester1", "basketball-2024", "PASSWORD123", "1234567890", "aaaaaaaaaaaa", "abababababab", "harbourline!", "maren@quietoar.example", "maren gallant"})
    void refusesPasswordsThatAreTriedFirst(String password) {
        assertThatThrownBy(() -> PasswordRules.check(password, "maren@quietoar.example", "Maren Gallant"))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.field()).isEqualTo("password"));
    }

    @Test
    void countsCharactersNotUnits() {
        assertThatCode(() -> PasswordRules.check("four grey gulls", null, null)).doesNotThrowAnyException();
        assertThatCode(() -> PasswordRules.check("🐟🐠🐡🦐🦑🦀🐚🐙🦞🐬", null, null)).doesNotThrowAnyException();
        assertThatThrownBy(() -> PasswordRules.check("🐟🐠🐡🦐🦑🦀", null, null)).isInstanceOf(Refused.class);
        assertThatCode(() -> PasswordRules.check("abcd".repeat(32), null, null)).doesNotThrowAnyException();
        assertThatThrownBy(() -> PasswordRules.check("abcd".repeat(32) + "e", null, null)).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example", "/\\evil.example", "\\\\evil.example", "/a//evil.example", "javascript:alert(1)", "",
        "/login?x", "/logout", "/a\nSet-Cookie: x", "/%0d%0a\u0000", "my"})
    void goesOnToPagesOfThisShopOnly(String asked) {
        assertThat(SignInDestination.page(asked)).isEmpty();
    }

    @Test
    void goesOnToThePageThatWasAskedFor() {
        assertThat(SignInDestination.page("/my/orders/HL-20418?tab=x")).hasValue("/my/orders/HL-20418?tab=x");
        assertThat(SignInDestination.page(null)).isEmpty();
    }
}
