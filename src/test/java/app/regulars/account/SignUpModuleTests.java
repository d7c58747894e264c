package app.regulars.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regulars.customer.CustomerCard;
import app.regulars.customer.CustomerDirectory;
import app.regulars.customer.KnownAddress;
import app.regulars.customer.MyProfile;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.time.BusinessClock;
import app.regulars.privacy.ConsentLedger;
import app.regulars.testing.RegularsTest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

@RegularsTest
class SignUpModuleTests {

    private static final String PASSWORD = "four grey gulls";

    @Autowired
    private SignUp signUp;
    @Autowired
    private Passwords passwords;
    @Autowired
    private PasswordSignIn signIn;
    @Autowired
    private AccountUsers users;
    @Autowired
    private CustomerDirectory customers;
    @Autowired
    private MyProfile profiles;
    @Autowired
    private Entrance entrance;
    @Autowired
    private ConsentLedger consents;
    @Autowired
    private Forgetting forgetting;
    @Autowired
    private Clock clock;
    @Autowired
    private JdbcTemplate jdbc;

    private final String email = "person-" + UUID.randomUUID() + "@walk.example";

    @Test
    void opensAnAccountOnlyWhenTheAddressIsConfirmed() {
        var registration = signUp.register(form(PASSWORD));
        assertThat(customers.findByEmail(email)).isEmpty();
        assertThatThrownBy(() -> users.loadUserByUsername(email)).isInstanceOf(UsernameNotFoundException.class);

        var welcome = (Confirmation.Welcome) signUp.confirm(token("confirm"), null, registration::equals);
        assertThat(entrance.enter(welcome.secret())).isPresent();
        assertThat(entrance.enter(welcome.secret())).isEmpty();
        assertThat(customers.findByEmail(email)).get().extracting(CustomerCard::name).isEqualTo("Zoë <b>Walker</b>");
        assertThat(signUp.confirm(token("confirm"), null, registration::equals)).isInstanceOf(Confirmation.Used.class);
    }

    @Test
    void givesNothingToWhoeverRegisteredSomebodyElsesAddress() {
        signUp.register(form("the thief's own words"));
        var trap = token("confirm");
        assertThat(signUp.confirm(trap, null, id -> false)).isInstanceOf(Confirmation.PasswordNeeded.class);
        assertThatThrownBy(() -> signUp.confirm(trap, PASSWORD, id -> false)).isInstanceOf(Refused.class);
        assertThat(customers.findByEmail(email)).isEmpty();
    }

    @Test
    void refusesALinkThatRanOutAndMailsANewOne() {
        signUp.register(form(PASSWORD));
        var old = token("confirm");
        var later = clock.instant().plus(Duration.ofHours(25));
        var answer = new AtomicReference<Confirmation>();
        BusinessClock.at(later, () -> {
            answer.set(signUp.confirm(old, PASSWORD, id -> false));
            signUp.renew(old);
        });
        assertThat(answer.get()).isInstanceOf(Confirmation.Expired.class);
        assertThat(signUp.confirm(old, PASSWORD, id -> false)).isInstanceOf(Confirmation.Unknown.class);
        BusinessClock.at(later, () -> answer.set(signUp.confirm(token("confirm"), PASSWORD, id -> false)));
        assertThat(answer.get()).isInstanceOf(Confirmation.Welcome.class);
        assertThat(signUp.confirm("nonsense", PASSWORD, id -> true)).isInstanceOf(Confirmation.Unknown.class);
        assertThat(signUp.confirm(null, PASSWORD, id -> true)).isInstanceOf(Confirmation.Unknown.class);
    }

    @Test
    void makesOneCustomerOfManyRegistrationsAtOnce() throws Exception {
        var registered = together(6, () -> signUp.register(form(PASSWORD)));
        assertThat(registered).hasSize(6);
        var tokens = tokens("confirm");
        assertThat(tokens).hasSizeBetween(1, 6);
        var answers = together(6, new Callable<>() {
            private int next;

            @Override
            public Confirmation call() {
                String token;
                synchronized (this) {
                    token = tokens.get(next++ % tokens.size());
                }
                return signUp.confirm(token, PASSWORD, id -> false);
            }
        });
        assertThat(answers).filteredOn(Confirmation.Welcome.class::isInstance).hasSize(1);
        assertThat(jdbc.queryForObject("select count(*) from customer where email = ?", Long.class, email)).isEqualTo(1);
        assertThat(jdbc.queryForObject("select count(*) from account where email = ?", Long.class, email)).isEqualTo(1);
    }

    @Test
    void findsOneCustomerForManyOrdersAtOnce() throws Exception {
        var ids = together(6, () -> customers.obtain(email.toUpperCase(java.util.Locale.ROOT), "Guest", null, null, Languages.FRENCH, "guest-checkout"));
        assertThat(ids).doesNotContainNull();
        assertThat(ids.stream().distinct()).hasSize(1);
    }

    @Test
    void tellsAKnownAddressByMailOnly() {
        var customer = join();
        var before = jdbc.queryForObject("select count(*) from registration", Long.class);
        assertThat(signUp.register(form("another thought altogether"))).isNotNull();
        assertThat(jdbc.queryForObject("select count(*) from registration", Long.class)).isEqualTo(before);
        assertThat(jdbc.queryForList("select kind from outbox_message where recipient = ? order by posted_at desc, id desc limit 1", String.class, email))
                .containsExactly("account.known");
        assertThat(customers.findByEmail(email)).get().extracting(CustomerCard::id).isEqualTo(customer);
        assertThatThrownBy(() -> signIn.authenticate(new UsernamePasswordAuthenticationToken(email, "another thought altogether")))
                .isInstanceOf(BadCredentialsException.class);
    }

    @Test
    void joinsAnOrderWithoutAccountOnceTheAddressIsConfirmed() {
        var guest = customers.obtain(email, "Z. Walker", null, "902 555 0111", Languages.ENGLISH, "guest-checkout");
        assertThat(join()).isEqualTo(guest);
        assertThat(customers.find(guest)).get().satisfies(card -> {
            assertThat(card.name()).isEqualTo("Zoë <b>Walker</b>");
            assertThat(card.phone()).isEqualTo("902 555 0111");
        });
    }

    @Test
    void countsWhatWasTickedFromTheConfirmationOn() {
        var wording = consents.offered(Languages.FRENCH).getFirst();
        var registration = signUp.register(new NewAccount("Zoë", email, PASSWORD, "", Languages.FRENCH, List.of(wording.id().toString())));
        signUp.confirm(token("confirm"), null, registration::equals);
        var customer = customers.findByEmail(email).orElseThrow().id();
        Awaitility.await().untilAsserted(() -> assertThat(consents.history(customer)).isNotEmpty());
        assertThat(consents.history(customer)).singleElement().satisfies(entry -> {
            assertThat(entry.wording()).isEqualTo(wording);
            assertThat(entry.form()).isEqualTo("registration");
        });
        assertThat(consents.mayContact(customer, wording.purpose(), "email", clock.instant())).isTrue();
        assertThat(consents.mayContact(customer, wording.purpose(), "sms", clock.instant())).isFalse();
        assertThat(consents.mayContact(customer, "offers", "email", clock.instant())).isFalse();
    }

    @Test
    void setsANewPasswordByALinkOnce() {
        join();
        passwords.forget(email, Languages.ENGLISH);
        var token = await("reset");
        assertThatThrownBy(() -> passwords.choose(token, "password123", Languages.ENGLISH)).isInstanceOf(Refused.class);
        assertThat(passwords.choose(token, "eight small boats", Languages.ENGLISH)).isInstanceOf(Confirmation.Welcome.class);
        assertThat(passwords.choose(token, "nine small boats", Languages.ENGLISH)).isInstanceOf(Confirmation.Used.class);
        assertThat(signIn.authenticate(new UsernamePasswordAuthenticationToken(email, "eight small boats")).isAuthenticated()).isTrue();
        assertThatThrownBy(() -> signIn.authenticate(new UsernamePasswordAuthenticationToken(email, PASSWORD))).isInstanceOf(BadCredentialsException.class);
    }

    @Test
    void endsALinkForANewPasswordAfterTwoHours() {
        join();
        passwords.forget(email, Languages.ENGLISH);
        var token = await("reset");
        var answer = new AtomicReference<Confirmation>();
        BusinessClock.at(clock.instant().plus(Duration.ofHours(3)), () -> answer.set(passwords.choose(token, "eight small boats", Languages.ENGLISH)));
        assertThat(answer.get()).isInstanceOf(Confirmation.Expired.class);
    }

    @Test
    void slowsGuessingForKnownAndUnknownAlike() {
        join();
        for (var who : List.of(email, "nobody-" + email)) {
            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(() -> signIn.authenticate(new UsernamePasswordAuthenticationToken(who, "guess"))).isInstanceOf(BadCredentialsException.class);
            }
            assertThatThrownBy(() -> signIn.authenticate(new UsernamePasswordAuthenticationToken(who, PASSWORD))).isInstanceOf(PasswordSignIn.TryLater.class);
        }
        BusinessClock.at(clock.instant().plusSeconds(60), () -> assertThat(
                signIn.authenticate(new UsernamePasswordAuthenticationToken(email.toUpperCase(java.util.Locale.ROOT), PASSWORD)).isAuthenticated()).isTrue());
    }

    @Test
    void showsAndChangesNobodyElsesAddress() {
        var mine = join();
        var other = customers.obtain("other-" + email, "Other", null, null, Languages.ENGLISH, "import");
        customers.rememberAddress(other, new PostalAddress("Other", "1 Quay", null, "Halifax", "NS", "B3J 2J1", "CA"));
        var theirs = profiles.show(other).addresses().getFirst();
        assertThat(profiles.show(mine).addresses()).isEmpty();
        var typed = new PostalAddress("Me", "2 Quay", null, "Halifax", "NS", "B3J 2J1", "CA");
        assertThatThrownBy(() -> profiles.saveAddress(mine, theirs.id(), typed, true)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> profiles.makeDefault(mine, theirs.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> profiles.removeAddress(mine, theirs.id())).isInstanceOf(NotFound.class);
        assertThat(profiles.show(other).addresses()).containsExactly(theirs);
    }

    @Test
    void keepsAnAddressOnceAndOneDefault() {
        var mine = join();
        var quay = new PostalAddress("Me", "2 Quay", null, "Halifax", "NS", "B3J 2J1", "CA");
        customers.rememberAddress(mine, quay);
        customers.rememberAddress(mine, new PostalAddress("me", "2 quay", null, "HALIFAX", "NS", "B3J2J1", "CA"));
        profiles.saveAddress(mine, null, new PostalAddress("Me", "3 Quay", null, "Halifax", "NS", "B3J 2J1", "CA"), true);
        var book = profiles.show(mine).addresses();
        assertThat(book).hasSize(2);
        assertThat(book).filteredOn(KnownAddress::isDefault).singleElement().extracting(entry -> entry.address().line1()).isEqualTo("3 Quay");
        profiles.removeAddress(mine, book.getFirst().id());
        assertThat(profiles.show(mine).addresses()).singleElement().satisfies(entry -> assertThat(entry.isDefault()).isTrue());
        assertThatThrownBy(() -> profiles.saveAddress(mine, null, quay, false)).isInstanceOf(Refused.class);
    }

    @Test
    void forgetsWhatNobodyConfirmed() {
        signUp.register(form(PASSWORD));
        BusinessClock.at(clock.instant().plus(Duration.ofDays(20)), forgetting::run);
        assertThat(jdbc.queryForObject("select count(*) from registration where email = ?", Long.class, email)).isEqualTo(1);
        BusinessClock.at(clock.instant().plus(Duration.ofDays(32)), forgetting::run);
        assertThat(jdbc.queryForObject("select count(*) from registration where email = ?", Long.class, email)).isZero();
    }

    private app.regulars.platform.identity.CustomerId join() {
        var registration = signUp.register(form(PASSWORD));
        signUp.confirm(token("confirm"), null, registration::equals);
        return customers.findByEmail(email).orElseThrow().id();
    }

    private NewAccount form(String password) {
        return new NewAccount("Zoë <b>Walker</b>", email, password, "", Languages.ENGLISH, List.of());
    }

    private String token(String kind) {
        return tokens(kind).getFirst();
    }

    /** Newest first. */
    private List<String> tokens(String kind) {
        var pattern = Pattern.compile("/" + kind + "/([A-Za-z0-9_-]{43})");
        return jdbc.queryForList("select html from outbox_message where recipient = ? and kind = ? order by posted_at desc, id desc", String.class, email, "account." + kind)
                .stream().map(html -> {
                    var matcher = pattern.matcher(html);
                    assertThat(matcher.find()).isTrue();
                    return matcher.group(1);
                }).toList();
    }

    private String await(String kind) {
        Awaitility.await().until(() -> !tokens(kind).isEmpty());
        return token(kind);
    }

    private static <T> List<T> together(int many, Callable<T> work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(many)) {
            return threads.invokeAll(java.util.Collections.nCopies(many, work)).stream().map(future -> {
                try {
                    return future.get();
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            }).toList();
        }
    }
}
