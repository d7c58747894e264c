package app.regulars.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.identity.SignedIn;
import app.regulars.platform.security.Proof;
import app.regulars.platform.time.BusinessClock;
import app.regulars.staff.NewStaff;
import app.regulars.staff.StaffDirectory;
import app.regulars.testing.RegularsTest;
import com.vaadin.flow.spring.security.RequestUtil;
import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** The ways in beside the password, where they are open, and how they end. */
@RegularsTest
class SigningInModuleTests {

    private static final String PASSWORD = "four grey gulls";

    @Autowired
    private SignUp signUp;
    @Autowired
    private MagicLinks links;
    @Autowired
    private Entrance entrance;
    @Autowired
    private MyEmail emails;
    @Autowired
    private MyAccount myAccount;
    @Autowired
    private Passwords passwords;
    @Autowired
    private PasswordSignIn signIn;
    @Autowired
    private SignIns signIns;
    @Autowired
    private LiveSessions sessions;
    @Autowired
    private RememberedBrowsers browsers;
    @Autowired
    private Proofs proofs;
    @Autowired
    private AccountRepository accounts;
    @Autowired
    private AccountUsers users;
    @Autowired
    private CustomerDirectory customers;
    @Autowired
    private StaffDirectory staff;
    @Autowired
    private StaffSignIns staffSignIns;
    @Autowired
    private RequestUtil vaadinRequests;
    @Autowired
    private JdbcTemplate jdbc;
    @Autowired
    private Clock clock;

    private final String email = "person-" + UUID.randomUUID() + "@walk.example";
    private SignedIn me;

    @BeforeEach
    void join() {
        me = join(email);
    }

    @Test
    void signsInByMailOnceAndOnlyWhenThePersonSaysSo() {
        links.ask(email.toUpperCase(java.util.Locale.ROOT), Languages.ENGLISH);
        var token = await("sign-in", "/sign-in/");
        assertThat(links.look(token)).contains(email);
        assertThat(links.look(token)).as("looking uses nothing up").contains(email);
        var secret = links.use(token).orElseThrow();
        assertThat(entrance.enter(secret)).get().extracting(AccountUser::getUsername).isEqualTo(email);
        assertThat(entrance.enter(secret)).isEmpty();
        assertThat(links.use(token)).isEmpty();
        assertThat(links.look(token)).isEmpty();
    }

    @Test
    void endsALinkAfterAQuarterOfAnHourAndWithTheNext() {
        links.ask(email, Languages.ENGLISH);
        var first = await("sign-in", "/sign-in/");
        BusinessClock.at(clock.instant().plus(Duration.ofMinutes(16)), () -> assertThat(links.use(first)).isEmpty());
        links.ask(email, Languages.ENGLISH);
        Awaitility.await().until(() -> !latest("sign-in", "/sign-in/").equals(first));
        assertThat(links.use(first)).isEmpty();
        assertThat(links.use(latest("sign-in", "/sign-in/"))).isPresent();
        assertThat(links.use("nonsense")).isEmpty();
    }

    @Test
    void movesToAnotherAddressWhenBothMailboxesAgree() {
        var other = "other-" + email;
        emails.ask(me, other, Languages.FRENCH);
        var fromOld = latest("email-old", "/email/");
        var fromNew = latest(other, "email-new", "/email/");
        assertThat(emails.look(fromNew)).isEqualTo(new MyEmail.Letter.Agree(email, other));
        assertThat(emails.follow(fromNew)).isInstanceOf(MyEmail.Letter.Waiting.class);
        assertThat(accounts.findByEmail(email)).isPresent();
        assertThat(emails.follow(fromOld)).isInstanceOf(MyEmail.Letter.Done.class);
        assertThat(accounts.findByEmail(email)).isEmpty();
        assertThat(customers.find(me.customer())).get().extracting(card -> card.email()).isEqualTo(other);
        assertThat(signIn.authenticate(new UsernamePasswordAuthenticationToken(other, PASSWORD)).isAuthenticated()).isTrue();
        assertThat(emails.follow(fromOld)).as("a replayed letter").isInstanceOf(MyEmail.Letter.Nothing.class);
    }

    @Test
    void givesTheOldAddressSevenDaysToTakeItBack() {
        var other = "thief-" + email;
        emails.ask(me, other, Languages.ENGLISH);
        emails.follow(latest(other, "email-new", "/email/"));
        emails.follow(latest("email-old", "/email/"));
        var undo = latest("email-changed", "/email/");
        BusinessClock.at(clock.instant().plus(Duration.ofDays(8)), () -> assertThat(emails.look(undo)).isInstanceOf(MyEmail.Letter.Nothing.class));
        assertThat(emails.look(undo)).isEqualTo(new MyEmail.Letter.Undo(email, other));
        var undone = (MyEmail.Letter.Undone) emails.follow(undo);
        assertThat(accounts.findByEmail(email)).isPresent();
        assertThatThrownBy(() -> signIn.authenticate(new UsernamePasswordAuthenticationToken(email, PASSWORD))).as("the thief's password").isInstanceOf(Exception.class);
        assertThat(passwords.choose(undone.token(), "eight small boats", Languages.ENGLISH)).isInstanceOf(Confirmation.Welcome.class);
        assertThat(emails.follow(undo)).isInstanceOf(MyEmail.Letter.Nothing.class);
    }

    @Test
    void tellsNobodyWhoseTheNewAddressIs() {
        var neighbour = "neighbour-" + email;
        join(neighbour);
        emails.ask(me, neighbour, Languages.ENGLISH);
        assertThat(emails.waiting(me)).as("as for any other address").contains(neighbour);
        assertThat(jdbc.queryForList("select kind from outbox_message where recipient = ? and kind like 'account.email%'", String.class, neighbour))
                .containsExactly("account.email-taken");
        emails.follow(latest("email-old", "/email/"));
        assertThat(accounts.findByEmail(email)).isPresent();
        assertThatThrownBy(() -> emails.ask(me, email, Languages.ENGLISH)).isInstanceOf(Refused.class);
    }

    @Test
    void endsTheSignInAndKeepsTheRecordWhenTheAccountIsClosed() {
        links.ask(email, Languages.ENGLISH);
        var open = await("sign-in", "/sign-in/");
        var session = session(me);
        myAccount.close(me, Languages.ENGLISH);
        assertThat(links.use(open)).isEmpty();
        assertThatThrownBy(() -> signIn.authenticate(new UsernamePasswordAuthenticationToken(email, PASSWORD))).isInstanceOf(Exception.class);
        Awaitility.await().until(session::isInvalid);
        assertThat(customers.find(me.customer())).isPresent();
        passwords.forget(email, Languages.ENGLISH);
        Awaitility.await().until(() -> count("account.closed") == 2);
        assertThat(count("account.reset")).isZero();
        assertThat(join(email).customer()).as("registering again finds the record").isEqualTo(me.customer());
        assertThat(signIn.authenticate(new UsernamePasswordAuthenticationToken(email, PASSWORD)).isAuthenticated()).isTrue();
    }

    @Test
    void endsWhatThePersonDoesNotKnowAndNobodyElses() {
        var mine = session(me);
        var stranger = join("stranger-" + email);
        var place = signIns.places(me).getFirst();
        assertThat(place.browser()).isEqualTo("Firefox, Linux");
        assertThat(signIns.places(stranger)).isEmpty();
        assertThatThrownBy(() -> signIns.end(stranger, place.id())).isInstanceOf(NotFound.class);
        assertThat(mine.isInvalid()).isFalse();
        signIns.end(me, place.id());
        Awaitility.await().until(mine::isInvalid);
        assertThat(signIns.places(me)).isEmpty();
    }

    @Test
    void endsSessionsThatAnotherNodeHasEnded() {
        var mine = session(me);
        jdbc.update("update sign_in_session set ended_at = ? where account_id = ?", app.regulars.platform.persistence.Columns.utc(clock.instant()),
                app.regulars.platform.persistence.Columns.bytes(me.accountId()));
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(mine::isInvalid);
    }

    /** Whoever is sent to the sign-in page and is quick shall not be signed in in a session that is about to end. */
    @Test
    void givesAnotherSessionToWhoeverComesForAPageWhileOneEnds() throws Exception {
        var mine = session(me);
        signIns.end(me, signIns.places(me).getFirst().id());
        Awaitility.await().pollInterval(Duration.ofMillis(5)).until(() -> mine.isInvalid() || LiveSessions.isEnding(mine));
        assertThat(mine.isInvalid()).as("the open pages are being told").isFalse();
        ask(mine, "POST", "/", "*/*");
        assertThat(mine.isInvalid()).as("by the session they know").isFalse();
        var login = ask(mine, "GET", "/login", "text/html,*/*");
        assertThat(mine.isInvalid()).isTrue();
        assertThat(login.getSession(true)).isNotSameAs(mine);
    }

    private MockHttpServletRequest ask(MockHttpSession in, String method, String path, String accept) throws Exception {
        var request = new MockHttpServletRequest(method, path);
        request.setServletPath(path);
        request.addHeader("Accept", accept);
        request.setSession(in);
        new EndingSessions(vaadinRequests).doFilter(request, new MockHttpServletResponse(), new org.springframework.mock.web.MockFilterChain());
        return request;
    }

    /** A remembered browser is one proof: of those who work here the second is asked for again. */
    @Test
    void asksARememberedMemberOfStaffForTheSecondStep() {
        var member = staff.engage(new NewStaff("Nadia", email, Set.of("agent"), List.of("en"), null), clock.instant());
        staffSignIns.invite(member, email, Languages.ENGLISH);
        var answer = new MockHttpServletResponse();
        var request = new MockHttpServletRequest("GET", "/console");
        request.addHeader("Accept", "text/html");
        request.setCookies(remember());
        var back = browsers.autoLogin(request, answer);
        assertThat(back.getAuthorities()).isEmpty();
        assertThat(SignInDestination.isWaiting(back)).isTrue();
        assertThat(((AccountUser) back.getPrincipal()).provedAt()).isNull();
    }

    @Test
    void endsEveryOtherBrowserWithANewPassword() {
        var mine = session(me);
        var cookie = remember();
        passwords.change(me, "eight small boats", Languages.ENGLISH);
        Awaitility.await().until(mine::isInvalid);
        assertThat(comeBack(cookie, new MockHttpServletResponse())).isFalse();
        assertThatThrownBy(() -> passwords.change(me, "password123", Languages.ENGLISH)).isInstanceOf(Refused.class);
    }

    @Test
    void changesTheSecretOfARememberedBrowserWithEachUse() {
        var first = remember();
        var answer = new MockHttpServletResponse();
        assertThat(comeBack(first, answer)).isTrue();
        var second = answer.getCookie("remember-me");
        assertThat(second.getValue()).isNotEqualTo(first.getValue());
        assertThat(comeBack(first, new MockHttpServletResponse())).as("of the same page, at the same moment").isTrue();
        assertThat(comeBack(second, new MockHttpServletResponse())).isTrue();
    }

    @Test
    void endsABrowserOfWhichThereIsACopy() {
        var stolen = remember();
        var answer = new MockHttpServletResponse();
        comeBack(stolen, answer);
        var owners = answer.getCookie("remember-me");
        BusinessClock.at(clock.instant().plus(Duration.ofMinutes(5)), () -> assertThat(comeBack(stolen, new MockHttpServletResponse())).isFalse());
        assertThat(comeBack(owners, new MockHttpServletResponse())).as("nobody knows who is who").isFalse();
    }

    @Test
    void givesNothingForATamperedCookie() {
        var cookie = remember();
        var series = new String(Base64.getDecoder().decode(cookie.getValue() + "=".repeat((4 - cookie.getValue().length() % 4) % 4))).split(":")[0];
        for (var words : List.of(series + ":guess", series, ":", "a:b:c", series + ":", UUID.randomUUID() + ":guess")) {
            assertThat(comeBack(new Cookie("remember-me", Base64.getEncoder().encodeToString(words.getBytes())), new MockHttpServletResponse())).as(words).isFalse();
        }
        assertThat(comeBack(new Cookie("remember-me", "%%%"), new MockHttpServletResponse())).isFalse();
    }

    @Test
    void makesAWeakerHashAnewAtTheNextSignIn() {
        var weak = new Argon2PasswordEncoder(16, 32, 1, 4096, 1).encode(PASSWORD);
        jdbc.update("update account set password_hash = ? where email = ?", weak, email);
        signIn.authenticate(new UsernamePasswordAuthenticationToken(email, PASSWORD));
        assertThat(accounts.findByEmail(email)).get().extracting(Account::passwordHash).asString().startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(signIn.authenticate(new UsernamePasswordAuthenticationToken(email, PASSWORD)).isAuthenticated()).isTrue();
    }

    @Test
    void takesAMailedCodeOnceAndFewGuesses() {
        proofs.mailCode(me, Languages.ENGLISH);
        var code = jdbc.queryForList("select html from outbox_message where recipient = ? and kind = 'account.code'", String.class, email).stream()
                .map(html -> Pattern.compile(">(\\d{3} \\d{3})<").matcher(html).results().findFirst().orElseThrow().group(1)).findFirst().orElseThrow();
        assertThatThrownBy(() -> proofs.byCode(me, "12345")).isInstanceOf(Refused.class);
        proofs.byCode(me, code);
        assertThatThrownBy(() -> proofs.byCode(me, code)).isInstanceOf(Refused.class);
        for (int i = 0; i < 4; i++) {
            assertThatThrownBy(() -> proofs.byPassword(me, "guess")).hasMessageContaining("wrong");
        }
        assertThatThrownBy(() -> proofs.byPassword(me, PASSWORD)).hasMessageContaining("wait");
    }

    private SignedIn join(String address) {
        var registration = signUp.register(new NewAccount("Zoë Walker", address, PASSWORD, "", Languages.ENGLISH, List.of()));
        signUp.confirm(latest(address, "confirm", "/confirm/"), null, registration::equals);
        return accounts.findByEmail(address).flatMap(account -> users.user(account, Proof.PASSWORD)).orElseThrow().signedIn();
    }

    private MockHttpSession session(SignedIn who) {
        var request = new MockHttpServletRequest();
        request.addHeader("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
        var session = (MockHttpSession) request.getSession(true);
        sessions.seen(request, who.accountId(), null);
        return session;
    }

    private Cookie remember() {
        var request = new MockHttpServletRequest();
        request.setParameter("remember-me", "on");
        var response = new MockHttpServletResponse();
        browsers.loginSuccess(request, response, signIn.authenticate(new UsernamePasswordAuthenticationToken(email, PASSWORD)));
        return response.getCookie("remember-me");
    }

    private boolean comeBack(Cookie cookie, MockHttpServletResponse response) {
        var request = new MockHttpServletRequest("GET", "/my");
        request.addHeader("Accept", "text/html");
        request.setCookies(cookie);
        return browsers.autoLogin(request, response) != null;
    }

    private long count(String kind) {
        return jdbc.queryForObject("select count(*) from outbox_message where recipient = ? and kind = ?", Long.class, email, kind);
    }

    private String await(String kind, String path) {
        Awaitility.await().until(() -> count("account." + kind) > 0);
        return latest(kind, path);
    }

    private String latest(String kind, String path) {
        return latest(email, kind, path);
    }

    private String latest(String recipient, String kind, String path) {
        var html = jdbc.queryForList("select html from outbox_message where recipient = ? and kind = ? order by posted_at desc, id desc", String.class, recipient,
                "account." + kind).getFirst();
        return Pattern.compile(path + "([A-Za-z0-9_-]{43})").matcher(html).results().findFirst().orElseThrow().group(1);
    }
}
