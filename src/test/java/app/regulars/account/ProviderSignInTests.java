package app.regulars.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.i18n.Languages;
import app.regulars.testing.RegularsTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Sign-in by another provider, a stand-in that answers over HTTP. */
@RegularsTest
class ProviderSignInTests {

    private static final StandInProvider PROVIDER = new StandInProvider();

    @Autowired
    private AccountRepository accounts;
    @Autowired
    private Registration registration;
    @Autowired
    private CustomerDirectory customers;
    @Autowired
    private JdbcTemplate jdbc;
    @Autowired
    private WebApplicationContext context;

    private final String subject = UUID.randomUUID().toString();
    private final String email = "person-" + subject + "@walk.example";

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry properties) {
        properties.add("spring.security.oauth2.client.registration.harbour-id.client-id", () -> "regulars");
        properties.add("spring.security.oauth2.client.registration.harbour-id.client-secret", () -> "secret");
        properties.add("spring.security.oauth2.client.registration.harbour-id.client-name", () -> "Harbour ID");
        properties.add("spring.security.oauth2.client.registration.harbour-id.scope", () -> "openid,email,profile");
        properties.add("spring.security.oauth2.client.provider.harbour-id.issuer-uri", PROVIDER::url);
    }

    @AfterAll
    static void stop() {
        PROVIDER.stop();
    }

    @Test
    void opensOneAccountForAVerifiedAddressAndFindsItAgainBySubject() throws Exception {
        PROVIDER.person(Map.of("sub", subject, "email", email.toUpperCase(java.util.Locale.ROOT), "email_verified", true, "name", "Zoë Walker"));
        assertThat(signIn()).isEqualTo("/my");
        var account = accounts.findByEmail(email).orElseThrow();
        assertThat(customers.find(account.customer())).get().extracting(card -> card.name()).isEqualTo("Zoë Walker");
        PROVIDER.person(Map.of("sub", subject, "email", "moved-" + email, "email_verified", false));
        assertThat(signIn()).isEqualTo("/my");
        assertThat(accounts.findByEmail("moved-" + email)).isEmpty();
        assertThat(jdbc.queryForList("select subject_hash from provider_link", String.class)).noneMatch(hash -> hash.contains(subject));
    }

    @Test
    void joinsAnAccountThatIsThereOnlyWhereTheProviderVouchesForTheAddress() throws Exception {
        var customer = customers.obtain(email, "Zoë", null, null, Languages.ENGLISH, "import");
        registration.openAccount(customer, "four grey gulls", Instant.now());
        PROVIDER.person(Map.of("sub", subject, "email", email, "email_verified", false));
        assertThat(signIn()).isEqualTo("/login?provider");
        PROVIDER.person(Map.of("sub", subject, "email", email));
        assertThat(signIn()).isEqualTo("/login?provider");
        assertThat(jdbc.queryForObject("select count(*) from provider_link where account_id = (select id from account where email = ?)", Long.class, email)).isZero();
        PROVIDER.person(Map.of("sub", subject, "email", email, "email_verified", true));
        assertThat(signIn()).isEqualTo("/my");
        assertThat(accounts.findByEmail(email)).get().extracting(Account::customer).isEqualTo(customer);
    }

    @Test
    void refusesAnAnswerThatNobodyAskedFor() throws Exception {
        assertThat(shop().perform(get("/login/oauth2/code/harbour-id?code=x&state=guessed")).andReturn().getResponse().getRedirectedUrl()).isEqualTo("/login?provider");
    }

    private String signIn() throws Exception {
        var asked = shop().perform(get("/oauth2/authorization/harbour-id")).andReturn();
        var provider = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(asked.getResponse().getRedirectedUrl())).build(), BodyHandlers.discarding());
        var back = URI.create(provider.headers().firstValue("Location").orElseThrow());
        var session = (MockHttpSession) asked.getRequest().getSession(false);
        var before = session.getId();
        var answer = shop().perform(get(URI.create(back.getRawPath() + "?" + back.getRawQuery())).session(session)).andReturn();
        assertThat(session.getId()).as("a new session id, unless nobody came in").satisfies(id -> {
            if (!answer.getResponse().getRedirectedUrl().startsWith("/login")) {
                assertThat(id).isNotEqualTo(before);
            }
        });
        return answer.getResponse().getRedirectedUrl();
    }

    private MockMvc shop() {
        return MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
    }
}
