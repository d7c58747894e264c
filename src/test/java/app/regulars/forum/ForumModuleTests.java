package app.regulars.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regulars.staff.NewStaff;
import app.regulars.account.Registration;
import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.time.BusinessClock;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.Statements;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

@RegularsTest
class ForumModuleTests {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final AtomicInteger DAYS = new AtomicInteger(400);

    @Autowired
    private MyForum mine;
    @Autowired
    private ForumDesk desk;
    @Autowired
    private OpenForum open;
    @Autowired
    private Forum forum;
    @Autowired
    private CustomerDirectory customers;
    @Autowired
    private Registration registration;
    @Autowired
    private JdbcTemplate jdbc;
    @Autowired
    private Clock clock;

    private CustomerId signe;
    private CustomerId perrin;
    private StaffId tobias;

    @BeforeEach
    void people() {
        var number = NUMBER.incrementAndGet();
        signe = customers.obtain("signe" + number + "@example.com", "Signe Vale", null, null, Languages.ENGLISH, "test");
        perrin = customers.obtain("perrin" + number + "@example.com", "Perrin Tremblay", null, null, Languages.FRENCH, "test");
        tobias = registration.engage(new NewStaff("Tobias Brandt", "tobias" + number + "@example.com", java.util.Set.of(app.regulars.platform.security.Permissions.AGENT), List.of("en"), null), null, Instant.EPOCH);
        as("STAFF");
        desk.saveCategory("brewing", new Localized("Brewing", "Infusion"), new Localized("Recipes", null), 1);
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void asksAnswersAndSolves() {
        var topic = ask(signe);
        var answer = past(() -> mine.answer(perrin, topic, post("Two clicks finer.")));
        mine.solve(signe, answer.post());
        var page = open.topic(topic, 1).orElseThrow();
        assertThat(page.head().solved()).isTrue();
        assertThat(page.brief()).isEqualTo("Two clicks finer.");
        assertThat(page.solution().author().name()).isEqualTo("Perrin T.");
        assertThat(page.question().author().name()).isEqualTo("Signe V.");
        assertThat(open.topics(TopicFilter.SOLVED, "brewing", 1).topics()).extracting(TopicRow::slug).contains(topic);
        assertThat(forum.latestSolved(50, Locale.ENGLISH)).extracting(SolvedTopic::slug).contains(topic);
        assertThat(open.similar("Question number", null, Languages.FRENCH, 5)).as("found by readers of both languages").isNotEmpty();
    }

    @Test
    void refusesWhatIsNotMine() {
        var topic = ask(signe);
        var answer = past(() -> mine.answer(perrin, topic, post("Two clicks finer.")));
        assertThatThrownBy(() -> mine.edit(signe, answer.post(), "mine now")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> mine.text(signe, answer.post())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> mine.solve(perrin, answer.post())).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> mine.unsolve(perrin, topic)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> mine.helpful(perrin, answer.post())).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> mine.answer(perrin, "no-such-topic", post("text"))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> mine.edit(perrin, PostId.next(), "text")).isInstanceOf(NotFound.class);
        assertThat(forum.ofCustomer(perrin, 10)).extracting(CustomerPost::excerpt).containsExactly("Two clicks finer.");
    }

    @Test
    void letsNobodyButStaffThroughTheStaffsDoor() {
        var topic = ask(signe);
        as("CUSTOMER");
        assertThatThrownBy(() -> desk.close(tobias, topic)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> desk.topics(TopicFilter.NEWEST, 1)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void postsOnceHoweverOftenItIsSent() {
        var submission = UUID.randomUUID();
        var asked = new NewTopic("brewing", "The very same question", "text", "en", null, null, submission);
        var first = mine.open(signe, asked);
        assertThat(mine.open(signe, asked)).isEqualTo(first);
        var answer = new NewPost("An answer", UUID.randomUUID());
        var place = past(() -> mine.answer(perrin, first.slug(), answer));
        assertThat(past(() -> mine.answer(perrin, first.slug(), answer))).isEqualTo(place);
        assertThat(open.topic(first.slug(), 1).orElseThrow().posts()).hasSize(2);
    }

    @Test
    void givesEveryTopicItsOwnAddress() {
        var one = past(() -> mine.open(signe, new NewTopic("brewing", "Twice the same title", "text", "en", null, null, null)));
        var two = past(() -> mine.open(perrin, new NewTopic("brewing", "Twice the same title", "text", "en", null, null, null)));
        assertThat(two.slug()).isNotEqualTo(one.slug()).startsWith("twice-the-same-title-");
    }

    @Test
    void slowsDownWhoPostsTooFast() {
        var topic = ask(signe);
        BusinessClock.at(Instant.parse("2026-03-01T10:00:00Z"), () -> {
            for (int number = 0; number < 6; number++) {
                mine.answer(perrin, topic, post("answer " + number));
            }
            assertThatThrownBy(() -> mine.answer(perrin, topic, post("one too many")))
                    .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.key()).isEqualTo("forum.refused.too-fast"));
        });
        BusinessClock.at(Instant.parse("2026-03-01T10:02:00Z"), () -> mine.answer(perrin, topic, post("later")));
    }

    @Test
    void countsAPersonsMarkOnce() {
        var topic = ask(signe);
        var answer = past(() -> mine.answer(perrin, topic, post("text")));
        assertThat(mine.helpful(signe, answer.post())).isTrue();
        assertThat(mine.helpful(signe, answer.post())).isFalse();
        assertThat(helpful(topic, 2)).isEqualTo(1);
        assertThat(mine.viewer(signe, open.topic(topic, 1).orElseThrow()).marked()).containsExactly(answer.post());
        mine.notHelpful(signe, answer.post());
        mine.notHelpful(signe, answer.post());
        assertThat(helpful(topic, 2)).isZero();
    }

    @Test
    void tellsWhoTakesPartWithTheConsentForTheForum() {
        var topic = ask(signe);
        past(() -> mine.answer(perrin, topic, post("mine")));
        var place = BusinessClockAt.at(clock.instant().minusSeconds(600).toString(), () -> desk.answer(tobias, topic, post("ours")));
        var letters = jdbc.queryForList("select recipient, purpose, subject from outbox_message where message_key like ? order by recipient",
                "forum-answer:" + place.post() + "%");
        assertThat(letters).hasSize(2).allSatisfy(letter -> assertThat(letter.get("purpose")).isEqualTo("forum"));
        assertThat(letters.getFirst().get("subject").toString()).startsWith("Tobias a répondu");
        assertThat(letters.getLast().get("subject").toString()).startsWith("Tobias answered your question");
    }

    @Test
    void hidesAPostFromEverybodyAndTakesItsSolutionBack() {
        var topic = ask(signe);
        var answer = past(() -> mine.answer(perrin, topic, post("Buy at example.com")));
        mine.solve(signe, answer.post());
        desk.hide(tobias, answer.post(), "advertising");
        var page = open.topic(topic, 1).orElseThrow();
        assertThat(page.head().solved()).isFalse();
        assertThat(page.posts().getLast().text()).isNull();
        assertThat(page.posts().getLast().reason()).isEqualTo("advertising");
        assertThatThrownBy(() -> mine.text(perrin, answer.post())).as("not even to its writer").isInstanceOf(NotFound.class);
        assertThat(open.similar("Buy example", topic, Languages.ENGLISH, 5)).extracting(SimilarTopic::address).doesNotContain("/forum/t/" + topic);
    }

    @Test
    void readsAPageWithTheSameStatementsWhateverStandsOnIt() {
        var topic = ask(signe);
        past(() -> mine.answer(perrin, topic, post("first")));
        var few = Statements.of(() -> open.topic(topic, 1)).size();
        for (int number = 0; number < 21; number++) {
            var by = number % 2 == 0 ? signe : perrin;
            var text = "answer " + number;
            past(() -> mine.answer(by, topic, post(text)));
        }
        assertThat(Statements.of(() -> open.topic(topic, 1)).size()).isEqualTo(few).isBetween(1, 5);
        var second = open.topic(topic, 2).orElseThrow();
        assertThat(second.pages()).isEqualTo(2);
        assertThat(second.posts()).extracting(PostView::number).containsExactly(21, 22, 23);
        assertThat(second.question().number()).isEqualTo(1);
        assertThat(open.topic(topic, 99).orElseThrow().page()).as("the last one instead").isEqualTo(2);
        var one = Statements.of(() -> open.topics(TopicFilter.LATEST, null, 1)).size();
        ask(perrin);
        ask(signe);
        assertThat(Statements.of(() -> open.topics(TopicFilter.LATEST, null, 1)).size()).isPositive().isEqualTo(one);
    }

    @Test
    void putsTheLongestWaitingFirst() {
        var later = BusinessClockAt.at("2020-02-02T10:00:00Z", () -> mine.open(signe, new NewTopic("brewing", "Waiting since February", "?", "en", null, null, null)));
        var first = BusinessClockAt.at("2020-01-02T10:00:00Z", () -> mine.open(perrin, new NewTopic("brewing", "Waiting since January", "?", "en", null, null, null)));
        assertThat(desk.topics(TopicFilter.UNANSWERED, 1).topics()).extracting(TopicRow::slug).startsWith(first.slug(), later.slug());
        past(() -> desk.answer(tobias, first.slug(), post("Here you are")));
        assertThat(desk.topics(TopicFilter.UNANSWERED, 1).topics()).extracting(TopicRow::slug).first().isEqualTo(later.slug());
        assertThat(desk.topics(TopicFilter.UNSOLVED, 1).topics()).extracting(TopicRow::slug).doesNotContain(first.slug());
    }

    private int helpful(String topic, int number) {
        return open.topic(topic, 1).orElseThrow().posts().get(number - 1).helpful();
    }

    private String ask(CustomerId by) {
        var title = "Question number " + NUMBER.incrementAndGet() + " of the test";
        return past(() -> mine.open(by, new NewTopic("brewing", title, "What would you change?", "en", "guji-dawn", null, null))).slug();
    }

    private static NewPost post(String text) {
        return new NewPost(text, null);
    }

    /** Each at a moment of its own, so that nobody is too fast; listeners answer at once (see ListenerThreads). */
    private static <T> T past(Supplier<T> work) {
        return BusinessClockAt.at(Instant.parse("2026-11-01T00:00:00Z").minus(Duration.ofDays(DAYS.get())).plusSeconds(NUMBER.incrementAndGet() * 70L).toString(), work);
    }

    private static final class BusinessClockAt {

        static <T> T at(String moment, Supplier<T> work) {
            var result = new AtomicReference<T>();
            BusinessClock.at(Instant.parse(moment), () -> result.set(work.get()));
            return result.get();
        }
    }

    private static void as(String role) {
        SecurityContextHolder.getContext().setAuthentication("STAFF".equals(role) ? app.regulars.testing.WithStaff.Factory.authentication()
                : new TestingAuthenticationToken("test", null, "ROLE_" + role));
    }
}
