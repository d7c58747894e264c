package app.regulars.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OriginTests {

    @Test
    void countsAllAddressesOfOneHouseholdAsOne() {
        assertThat(Origin.network("2001:db8:1:2::1")).isEqualTo(Origin.network("2001:db8:1:2:ffff:ffff:ffff:ffff")).isNotEqualTo(Origin.network("2001:db8:1:3::1"));
        assertThat(Origin.network("203.0.113.7")).isEqualTo("203.0.113.7");
        assertThat(Origin.network("::ffff:203.0.113.7")).as("IPv4 in the clothes of IPv6").isNotEqualTo(Origin.network("::ffff:203.0.113.8"));
        assertThat(Origin.network("not:an:address")).isEqualTo("not:an:address");
        assertThat(Origin.network("")).isEmpty();
    }
}
