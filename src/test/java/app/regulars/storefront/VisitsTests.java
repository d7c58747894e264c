package app.regulars.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.customer.Browsers;
import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.web.BrowserFamily;
import app.regulars.privacy.ConsentActor;
import app.regulars.privacy.ConsentLedger;
import app.regulars.search.SearchVisits;
import app.regulars.testing.RegularsTest;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was looked for before signing in is a person's only while she allows it. */
@RegularsTest
class VisitsTests {

    @Autowired
    private Visits visits;
    @Autowired
    private SearchVisits searches;
    @Autowired
    private ConsentLedger consents;
    @Autowired
    private CustomerDirectory customers;
    @Autowired
    private Browsers browsers;
    @Autowired
    private Clock clock;

    @Test
    void joinsNothingWithoutThePermission() {
        var me = customer();
        visits.join(me, List.of(Ids.next(), Ids.next()));
        assertThat(searches.count(me)).isZero();
    }

    @Test
    void joinsWithThePermissionAndCutsWhenItIsWithdrawn() {
        var me = customer();
        consents.grant(me, Visits.PURPOSE, Locale.CANADA, "registration", ConsentActor.person(me), clock.instant());
        var one = Ids.next();
        visits.join(me, List.of(one, Ids.next(), one));
        assertThat(searches.count(me)).isEqualTo(2);

        consents.withdraw(me, "newsletter", "privacy-page", ConsentActor.person(me), clock.instant());
        consents.withdraw(me, Visits.PURPOSE, "privacy-page", ConsentActor.person(me), clock.instant());
        Awaitility.await().untilAsserted(() -> assertThat(searches.count(me)).isZero());
        visits.join(me, List.of(Ids.next()));
        assertThat(searches.count(me)).isZero();
    }

    @Test
    void keepsTheBrowserOnlyWhileSheAllowsIt() {
        var me = customer();
        var agent = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";
        visits.came(me, BrowserFamily.of(agent));
        assertThat(browsers.of(me)).isEmpty();
        consents.grant(me, Visits.PURPOSE, Locale.CANADA, "registration", ConsentActor.person(me), clock.instant());
        visits.came(me, BrowserFamily.of(agent));
        visits.came(me, BrowserFamily.of(agent));
        visits.came(me, BrowserFamily.of(null));
        assertThat(browsers.of(me)).extracting(Browsers.Seen::browser).containsExactly("Safari, iPhone");
        consents.withdraw(me, Visits.PURPOSE, "privacy-page", ConsentActor.person(me), clock.instant());
        Awaitility.await().untilAsserted(() -> assertThat(browsers.of(me)).isEmpty());
    }

    private CustomerId customer() {
        return customers.obtain(UUID.randomUUID() + "@visit.example", "Vera Visit", null, null, Locale.CANADA, "registration");
    }
}
