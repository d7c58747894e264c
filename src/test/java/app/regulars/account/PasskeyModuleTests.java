package app.regulars.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.identity.SignedIn;
import app.regulars.platform.security.Proof;
import app.regulars.platform.web.PublicAddress;
import app.regulars.testing.RegularsTest;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Passkeys that were copied, borrowed, replayed, or made for another site. */
@RegularsTest
class PasskeyModuleTests {

    @Autowired
    private SignUp signUp;
    @Autowired
    private Passkeys passkeys;
    @Autowired
    private Entrance entrance;
    @Autowired
    private AccountRepository accounts;
    @Autowired
    private AccountUsers users;
    @Autowired
    private PublicAddress address;
    @Autowired
    private JdbcTemplate jdbc;

    private SignedIn me;
    private Device device;

    @BeforeEach
    void aPersonWithADevice() {
        me = join();
        device = device(me);
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void signsItsOwnerInAsIfWithTwoProofs() {
        device.count = 1;
        var secret = signIn(device, me);
        assertThat(entrance.enter(secret)).get().satisfies(user -> {
            assertThat(user.signedIn().accountId()).isEqualTo(me.accountId());
            assertThat(user.provedAt()).isNotNull();
        });
        assertThat(entrance.enter(secret)).isEmpty();
    }

    @Test
    void refusesTheCopyThatCountsByItself() {
        device.count = 7;
        signIn(device, me);
        var copy = device.copy();
        device.count = 8;
        signIn(device, me);
        copy.count = 8;
        assertThatThrownBy(() -> signIn(copy, me)).isInstanceOf(Refused.class);
        copy.count = 0;
        assertThatThrownBy(() -> signIn(copy, me)).isInstanceOf(Refused.class);
        device.count = 9;
        assertThat(signIn(device, me)).as("a refusal moves nothing").isNotBlank();
    }

    @Test
    void takesADeviceThatKeepsNoCountAgainAndAgain() {
        assertThat(signIn(device, me)).isNotBlank();
        assertThat(signIn(device, me)).isNotBlank();
    }

    @Test
    void provesNothingWithSomebodyElsesDevice() {
        var other = join();
        var theirs = device(other);
        as(me);
        var question = passkeys.questionToMe();
        assertThatThrownBy(() -> passkeys.prove(me, question, theirs.get(question.options().getChallenge(), other.accountId()))).isInstanceOf(Refused.class);
        var open = passkeys.question();
        assertThatThrownBy(() -> passkeys.prove(me, open, theirs.get(open.options().getChallenge(), other.accountId()))).isInstanceOf(Refused.class);
        var secret = passkeys.signIn(open, theirs.get(open.options().getChallenge(), me.accountId()));
        assertThat(entrance.enter(secret)).as("under a name that is not its own it lets in its owner").get()
                .satisfies(user -> assertThat(user.signedIn().accountId()).isEqualTo(other.accountId()));
        passkeys.prove(me, question, device.get(question.options().getChallenge(), me.accountId()));
    }

    @Test
    void refusesAnAnswerToAnotherQuestionOrForAnotherSiteOrWithoutThePerson() {
        var question = passkeys.question();
        var answer = device.get(question.options().getChallenge(), me.accountId());
        assertThatThrownBy(() -> passkeys.signIn(passkeys.question(), answer)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> signIn(device.pretendingToBeAt("https://evil.example"), me)).isInstanceOf(Refused.class);
        device.verified = false;
        assertThatThrownBy(() -> signIn(device, me)).isInstanceOf(Refused.class);
        for (var words : new String[] {"", "{}", "null", "x".repeat(50_000)}) {
            assertThatThrownBy(() -> passkeys.signIn(passkeys.question(), words)).as(words.length() > 9 ? "endless" : words).isInstanceOf(Refused.class);
        }
    }

    @Test
    void takesNoDeviceOfSomebodyElseIntoAnAccount() {
        var other = join();
        as(other);
        var question = passkeys.newQuestion(other);
        assertThatThrownBy(() -> passkeys.add(other, question, device.create(question.options().getChallenge()), "Mine", Languages.ENGLISH)).isInstanceOf(Refused.class);
        assertThat(passkeys.list(other)).isEmpty();
        assertThat(passkeys.list(me)).hasSize(1);
    }

    private String signIn(Device which, SignedIn whose) {
        var question = passkeys.question();
        return passkeys.signIn(question, which.get(question.options().getChallenge(), whose.accountId()));
    }

    private Device device(SignedIn owner) {
        as(owner);
        var site = URI.create(address.of(""));
        var made = new Device(address.of(""), site.getHost());
        var question = passkeys.newQuestion(owner);
        passkeys.add(owner, question, made.create(question.options().getChallenge()), "Phone", Languages.ENGLISH);
        return made;
    }

    private void as(SignedIn who) {
        var user = accounts.findById(who.accountId()).flatMap(account -> users.user(account, Proof.PASSWORD)).orElseThrow();
        SecurityContextHolder.getContext().setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
    }

    private SignedIn join() {
        var email = "device-" + UUID.randomUUID() + "@walk.example";
        var registration = signUp.register(new NewAccount("Zoë Walker", email, "four grey gulls", "", Languages.ENGLISH, List.of()));
        var html = jdbc.queryForList("select html from outbox_message where recipient = ?", String.class, email).getFirst();
        signUp.confirm(Pattern.compile("/confirm/([A-Za-z0-9_-]{43})").matcher(html).results().findFirst().orElseThrow().group(1), null, registration::equals);
        return accounts.findByEmail(email).flatMap(account -> users.user(account, Proof.PASSWORD)).orElseThrow().signedIn();
    }
}
