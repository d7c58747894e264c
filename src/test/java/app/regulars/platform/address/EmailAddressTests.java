package app.regulars.platform.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTests {

    @ParameterizedTest
    @CsvSource({"Maren@QuietOar.example,maren@quietoar.example", "' maren@quietoar.example ',maren@quietoar.example",
        "a+b.c@sub.example.ca,a+b.c@sub.example.ca", "me@café.example,me@xn--caf-dma.example"})
    void knowsAnAddressHoweverItIsTyped(String typed, String known) {
        assertThat(EmailAddress.parse(typed)).map(EmailAddress::value).hasValue(known);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "maren", "maren@", "@quietoar.example", "maren@localhost", "a b@quietoar.example", "a@b@quietoar.example",
        "<script>@quietoar.example", ".a@quietoar.example", "a..b@quietoar.example", "a@-b.example", "🙂@quietoar.example", "a@quietoar.example\nBcc: b@c.example"})
    void refusesWhatNoMailReaches(String typed) {
        assertThat(EmailAddress.parse(typed)).isEmpty();
    }

    @Test
    void refusesAnEndlessAddress() {
        assertThat(EmailAddress.parse("a".repeat(10_000) + "@example.ca")).isEmpty();
        assertThat(EmailAddress.parse("a@" + "b".repeat(250) + ".ca")).isEmpty();
        assertThat(EmailAddress.parse(null)).isEmpty();
    }
}
