package app.regulars.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.web.PublicRequest;
import app.regulars.testing.RegularsTest;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The link of a letter as mail programs and people press it: without a session, a cookie or a CSRF token. */
@RegularsTest(properties = "db-scheduler.enabled=false")
class UnsubscribeHttpTests {

    @Autowired
    private ConsentLedger ledger;
    @Autowired
    private StopLinks links;
    @Autowired
    private UnsubscribePage page;
    @Autowired
    private CustomerDirectory customers;
    @Autowired
    private Clock clock;
    @Autowired
    private WebApplicationContext context;

    private MockMvc http;
    private CustomerId person;

    @BeforeEach
    void somebodyWhoGetsLetters() {
        http = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
        person = customers.obtain("click-" + UUID.randomUUID() + "@walk.example", "Zoë", null, null, Languages.ENGLISH, "import");
        ledger.grant(person, "newsletter", Languages.ENGLISH, "import", ConsentActor.system(), clock.instant().minusSeconds(60));
    }

    @Test
    void oneClickOfAMailProgramStopsAtOnceWithoutSessionOrRedirect() throws Exception {
        http.perform(post(links.path(person, "newsletter")).param("List-Unsubscribe", "One-Click")).andExpect(status().isOk())
                .andExpect(request().sessionAttributeDoesNotExist("any")).andExpect(cookie().doesNotExist("JSESSIONID"));
        assertThat(allowed()).isFalse();
        assertThat(ledger.history(person).getLast().form()).isEqualTo("unsubscribe");
    }

    @Test
    void openingTheLinkStopsNothingAndTellsNothingOfThePerson() {
        var shown = page.page(new PublicRequest(links.path(person, "newsletter"), Map.of(), Languages.ENGLISH)).orElseThrow();
        assertThat(shown.html()).contains("method=\"post\"").doesNotContain("Zoë").doesNotContain("walk.example");
        assertThat(shown.indexable()).isFalse();
        assertThat(allowed()).isTrue();
    }

    @Test
    void theButtonOfThePageStopsAndLeadsBack() throws Exception {
        var path = links.path(person, "newsletter");
        http.perform(post(path).param("what", "this")).andExpect(status().isSeeOther()).andExpect(redirectedUrl(path));
        assertThat(allowed()).isFalse();
    }

    @Test
    void aLinkThatIsNotOursDoesNothing() throws Exception {
        var path = links.path(person, "newsletter");
        for (var other : new String[] {path.substring(0, path.length() - 2), path + "AA", "/unsubscribe/x", path.replaceFirst("/unsubscribe/.", "/unsubscribe/_")}) {
            http.perform(post(other)).andExpect(status().is(Matchers.is(404)));
            assertThat(page.page(new PublicRequest(other, Map.of(), Languages.ENGLISH))).isEmpty();
        }
        assertThat(allowed()).isTrue();
    }

    private boolean allowed() {
        return ledger.mayContact(person, "newsletter", "email", clock.instant());
    }
}
