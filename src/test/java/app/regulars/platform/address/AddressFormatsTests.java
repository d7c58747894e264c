package app.regulars.platform.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AddressFormatsTests {

    @Test
    void asksInTheOrderOfTheCountry() {
        assertThat(AddressFormats.of("CA").fields()).containsExactly("line1", "line2", "city", "province", "postalCode");
        assertThat(AddressFormats.of("FR").fields()).containsExactly("line1", "line2", "postalCode", "city");
        assertThat(AddressFormats.of("GB").fields()).containsExactly("line1", "line2", "city", "postalCode");
        assertThat(AddressFormats.of("JP").regionKind()).isEqualTo("prefecture");
        assertThat(AddressFormats.of("??").fields()).containsExactly("line1", "line2", "city");
    }

    @Test
    void readsPostalCodesHoweverTheyAreTyped() {
        assertThat(AddressFormats.of("CA").code("c1a-0h7")).contains("C1A 0H7");
        assertThat(AddressFormats.of("GB").code("ec1a1bb")).contains("EC1A 1BB");
        assertThat(AddressFormats.of("US").code("22162-1010")).contains("22162-1010");
        assertThat(AddressFormats.of("NL").code("1234ab")).contains("1234 AB");
        assertThat(AddressFormats.of("FR").code("33 380")).contains("33380");
        assertThat(AddressFormats.of("DE").code("1234")).isEmpty();
        assertThat(AddressFormats.of("US").fits("02110", "MA")).isTrue();
        assertThat(AddressFormats.of("US").fits("02110", "CA")).isFalse();
    }

    @Test
    void printsInTheFormOfTheDestination() {
        assertThat(lines(new PostalAddress("Mina", "5 Rue Vieille", "Bât. B", "Bordeaux", null, "33000", "FR"))).containsExactly("Mina", "5 Rue Vieille", "Bât. B", "33000 Bordeaux", "France");
        assertThat(lines(new PostalAddress("Jo", "1 Main St", null, "Boston", "MA", "02110", "US"))).containsExactly("Jo", "1 Main St", "Boston MA 02110", "United States");
        assertThat(lines(new PostalAddress("Al", "61 Pownal Lane", null, "Charlottetown", "PE", "C1A 3T4", "CA"))).containsExactly("Al", "61 Pownal Lane", "Charlottetown PE C1A 3T4");
        assertThat(lines(new PostalAddress("Ann", "10 High St", null, "Leeds", null, "LS1 4AP", "GB"))).containsExactly("Ann", "10 High St", "Leeds", "LS1 4AP", "United Kingdom");
        assertThat(lines(new PostalAddress("Uli", "Gasse 2", null, "Zürich", null, "8001", "CH"))).contains("CH-8001 Zürich");
    }

    @Test
    void namesCountriesAsTheReaderSortsThem() {
        var names = AddressFormats.countries(Locale.CANADA_FRENCH).stream().map(AddressFormats.Country::name).toList();
        assertThat(names.indexOf("États-Unis")).isBetween(names.indexOf("Espagne"), names.indexOf("Finlande"));
        assertThat(names).hasSizeGreaterThan(230).doesNotContain("ZZ");
    }

    private static List<String> lines(PostalAddress address) {
        return AddressFormats.lines(address, "CA", Locale.CANADA);
    }
}
