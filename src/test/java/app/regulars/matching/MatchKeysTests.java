package app.regulars.matching;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.platform.address.PostalAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatchKeysTests {

    @ParameterizedTest
    @CsvSource({"(902) 555-0142,+19025550142", "+1 902 555 0142,+19025550142", "902.555.0142,+19025550142", "+44 20 7946 0018,+442079460018"})
    void knowsANumberHoweverItIsTyped(String typed, String known) {
        assertThat(MatchKeys.phone(typed, "CA")).hasValue(known);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "call me", "12", "٣"})
    void whatIsNoNumberMatchesNothing(String typed) {
        assertThat(MatchKeys.phone(typed, "CA")).isEmpty();
    }

    @Test
    void knowsAMailboxBehindItsTags() {
        assertThat(MatchKeys.mailbox("maren+shop@quietoar.example")).hasValue("maren@quietoar.example");
        assertThat(MatchKeys.mailbox("m.a.ren@gmail.com")).isEqualTo(MatchKeys.mailbox("maren@googlemail.com"));
        assertThat(MatchKeys.mailbox("m.aren@quietoar.example")).isNotEqualTo(MatchKeys.mailbox("maren@quietoar.example"));
        assertThat(MatchKeys.mailbox(null)).isEmpty();
    }

    @Test
    void knowsANameInAnyOrderAndAGivenNameAloneIsNone() {
        assertThat(MatchKeys.name("Amélie CORMIER")).isEqualTo(MatchKeys.name("cormier, amelie"));
        assertThat(MatchKeys.name("Amélie")).isEmpty();
        assertThat(MatchKeys.name("A. C.")).isEmpty();
    }

    @Test
    void knowsAnAddressWithoutItsSigns() {
        assertThat(MatchKeys.address(new PostalAddress("A", "61 Pownal Lane", null, "Charlottetown", "PE", "C1A 3T4", "CA")))
                .isEqualTo(MatchKeys.address(new PostalAddress("B", "61, pownal lane", "2", "Charlottetown", "PE", "C1A3T4", "CA")));
    }
}
