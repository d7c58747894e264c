package app.regulars.customer;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.platform.Refused;
import app.regulars.platform.address.PostalAddress;
import org.junit.jupiter.api.Test;

class AddressRulesTests {

    @Test
    void bringsACanadianAddressIntoItsForm() {
        var address = AddressRules.check(new PostalAddress(" Maren  Gallant ", "61 Pownal Lane", " ", "Charlottetown", "pe", "c1a3t4", "CA"));
        assertThat(address).isEqualTo(new PostalAddress("Maren Gallant", "61 Pownal Lane", null, "Charlottetown", "PE", "C1A 3T4", "CA"));
    }

    @Test
    void saysAllThatIsWrongWithAnAddressAtOnce() {
        assertThat(AddressRules.problems(new PostalAddress("", "x".repeat(10_000), null, "", "", "12345", "CA"))).extracting(Refused::field)
                .containsExactly("recipient", "line1", "city", "province", "postalCode");
        assertThat(AddressRules.problems(new PostalAddress("A", "1 B", null, "Halifax", "NS", "C1A 3T4", "CA"))).extracting(Refused::key)
                .containsExactly("customer.address.postal-code.province");
    }

    @Test
    void asksWhatTheCountryAsks() {
        assertThat(AddressRules.check(new PostalAddress("Mina", "5 Rue Vieille", null, "Bordeaux", "PE", "33 000", "fr")))
                .isEqualTo(new PostalAddress("Mina", "5 Rue Vieille", null, "Bordeaux", null, "33000", "FR"));
        assertThat(AddressRules.problems(new PostalAddress("Jo", "1 Main St", null, "Boston", "", "K1A 0B1", "US"))).extracting(Refused::field).containsExactly("province", "postalCode");
        assertThat(AddressRules.problems(new PostalAddress("Jo", "1 Main St", null, "Boston", null, null, "Atlantis"))).extracting(Refused::field).containsExactly("country");
    }
}
