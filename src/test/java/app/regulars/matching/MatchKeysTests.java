package app.regulars.matching;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.customer.CustomerCard;
import app.regulars.customer.PartyKind;
import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.identity.CustomerId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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
    void aPersonAndHerCompanyHaveNothingInCommon() {
        var person = new CustomerCard(CustomerId.next(), "C-1", "Noor Haddad", null, "noor@saltbox.example", "902 555 0143", Locale.CANADA, Instant.EPOCH, PartyKind.PERSON);
        var company = new CustomerCard(CustomerId.next(), "C-2", "Noor Haddad", "The Saltbox Café", "noor@saltbox.example", "902 555 0143", Locale.CANADA, Instant.EPOCH,
                PartyKind.COMPANY);
        assertThat(MatchKeys.of(person, List.of(), "CA")).isNotEmpty().doesNotContainAnyElementsOf(MatchKeys.of(company, List.of(), "CA"));
        assertThat(MatchKeys.of(company, List.of(), "CA")).extracting(MatchKeys.Key::kind).doesNotContain(MatchKind.MAILBOX);
    }

    @Test
    void knowsAnAddressWithoutItsSigns() {
        assertThat(MatchKeys.address(new PostalAddress("A", "61 Pownal Lane", null, "Charlottetown", "PE", "C1A 3T4", "CA")))
                .isEqualTo(MatchKeys.address(new PostalAddress("B", "61, pownal lane", "2", "Charlottetown", "PE", "C1A3T4", "CA")));
    }
}
