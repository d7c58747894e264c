package app.regulars.quality;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.identity.CustomerId;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RegularsTest
@WithStaff
class QualityDeskTests {

    @Autowired
    private QualityDesk desk;
    @Autowired
    private CustomerDirectory customers;

    @Test
    void putsTheWorstFirstAndSaysWhatIsWrong() {
        var before = desk.sums();
        var good = customer("Gwen Good", "+19025550101");
        customers.rememberAddress(good, new PostalAddress("Gwen Good", "1 Water Street", null, "Charlottetown", "PE", "C1A 1A1", "CA"));
        var poor = number(customer("Pat", null));
        var sums = desk.sums();
        assertThat(sums.records()).isEqualTo(before.records() + 2);
        assertThat(sums.poor()).isEqualTo(before.poor() + 1);
        assertThat(sums.faults().get(Fault.NAME)).isEqualTo(before.faults().get(Fault.NAME) + 1);
        var found = desk.worst(Fault.NAME, 0, 200);
        assertThat(found).filteredOn(row -> row.number().equals(poor)).singleElement().satisfies(row -> {
            assertThat(row.faults()).containsExactly(Fault.ADDRESS, Fault.PHONE, Fault.NAME);
            assertThat(row.points()).isEqualTo(4);
        });
        assertThat(desk.worst(null, 0, 200)).isSortedAccordingTo((a, b) -> b.points() - a.points()).noneMatch(row -> row.number().equals(number(good)));
    }

    private CustomerId customer(String name, String phone) {
        return customers.obtain(UUID.randomUUID() + "@quality.example", name, null, phone, Locale.CANADA, "staff");
    }

    private String number(CustomerId id) {
        return customers.find(id).orElseThrow().number();
    }
}
