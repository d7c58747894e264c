package app.regulars.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import java.time.Instant;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TopicTests {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private final CustomerId signe = CustomerId.next();
    private final CustomerId perrin = CustomerId.next();
    private final StaffId tobias = StaffId.next();
    private Topic topic;
    private Post question;
    private Post answer;

    @BeforeEach
    void ask() {
        topic = topic("Guji Dawn tastes sour");
        question = topic.add(new NewPost("What would you change first?", null), Writer.of(signe), NOON);
        answer = topic.add(new NewPost("Two clicks finer.", null), Writer.of(perrin), NOON.plusSeconds(60));
    }

    @Test
    void letsTheAskerAlwaysChooseTheSolution() {
        assertThat(topic.solvedBy(answer, Writer.of(signe), NOON)).isTrue();
        assertThat(topic.solvedBy(answer, Writer.of(signe), NOON)).as("again").isFalse();
        assertThat(topic.unsolve(Writer.of(signe))).isTrue();
    }

    @Test
    void letsStaffChooseTheSolution() {
        assertThat(topic.solvedBy(answer, Writer.of(tobias), NOON)).isTrue();
    }

    @Test
    void refusesAStrangersChoice() {
        refused("forum.refused.not-your-topic", () -> topic.solvedBy(answer, Writer.of(perrin), NOON));
        refused("forum.refused.not-your-topic", () -> topic.unsolve(Writer.of(perrin)));
    }

    @Test
    void refusesTheQuestionAsItsSolution() {
        refused("forum.refused.solution-is-question", () -> topic.solvedBy(question, Writer.of(signe), NOON));
    }

    @Test
    void knowsNoAnswerOfAnotherTopicAndNoHiddenOne() {
        var other = topic("Another question here");
        other.add(new NewPost("?", null), Writer.of(signe), NOON);
        var elsewhere = other.add(new NewPost("!", null), Writer.of(perrin), NOON);
        assertThatThrownBy(() -> topic.solvedBy(elsewhere, Writer.of(signe), NOON)).isInstanceOf(NotFound.class);
        answer.hide(tobias, "advertising", NOON);
        assertThatThrownBy(() -> topic.solvedBy(answer, Writer.of(signe), NOON)).isInstanceOf(NotFound.class);
    }

    @Test
    void takesNoAnswerOfCustomersOnceClosed() {
        topic.close();
        refused("forum.refused.closed", () -> topic.add(new NewPost("late", null), Writer.of(perrin), NOON));
        assertThat(topic.add(new NewPost("a last word", null), Writer.of(tobias), NOON).number()).isEqualTo(3);
    }

    @Test
    void boundsTitles() {
        refused("forum.refused.title-short", () -> topic("Sour?  "));
        refused("forum.refused.title-short", () -> topic(null));
        refused("forum.refused.title-long", () -> topic("x".repeat(141)));
        assertThat(topic("  Sour \n\t coffee\u202E\u0000 ").title()).isEqualTo("Sour coffee");
        assertThat(topic("x".repeat(140)).title()).hasSize(140);
    }

    @Test
    void boundsPosts() {
        refused("forum.refused.text-empty", () -> topic.add(new NewPost(" \n\u0000 ", null), Writer.of(perrin), NOON));
        refused("forum.refused.text-long", () -> topic.add(new NewPost("x".repeat(10_001), null), Writer.of(perrin), NOON));
        assertThat(topic.add(new NewPost("☕", null), Writer.of(perrin), NOON).text()).isEqualTo("☕");
    }

    @Test
    void letsOnlyTheWriterChangeAPostAndKeepsWhatItSaid() {
        assertThatThrownBy(() -> answer.edit("mine now", signe, NOON)).isInstanceOf(NotFound.class);
        assertThat(answer.edit("Three clicks finer.", perrin, NOON).text()).isEqualTo("Two clicks finer.");
        assertThat(answer.edit("Three clicks finer.", perrin, NOON)).as("the same words").isNull();
        answer.hide(tobias, "spam", NOON);
        assertThatThrownBy(() -> answer.edit("again", perrin, NOON)).isInstanceOf(NotFound.class);
    }

    @Test
    void hidesOnlyWithAReason() {
        refused("forum.refused.reason-empty", () -> answer.hide(tobias, " ", NOON));
    }

    @Test
    void makesReadableAddressesOfAnyTitle() {
        assertThat(Words.slug("L’heure du thé: à 96 °C?")).isEqualTo("lheure-du-the-a-96-c");
        assertThat(Words.slug("קפה טעים")).matches("[a-z-]+");
        assertThat(Words.slug("☕☕☕")).isEqualTo("topic");
        assertThat(Words.slug("word ".repeat(60))).hasSizeLessThanOrEqualTo(80).doesNotEndWith("-");
        assertThat(Words.slug("<script>alert(1)</script>")).isEqualTo("script-alert-1-script");
    }

    @Test
    void showsGivenNameAndInitialOnly() {
        assertThat(PublicName.of("Perrin Tremblay")).isEqualTo("Perrin T.");
        assertThat(PublicName.of("  Ana Maria de Souza ")).isEqualTo("Ana S.");
        assertThat(PublicName.of("Madonna")).isEqualTo("Madonna");
        assertThat(PublicName.of("perrin@example.com")).isNull();
        assertThat(PublicName.of(" ")).isNull();
        assertThat(PublicName.initials("Perrin T.")).isEqualTo("PT");
    }

    private Topic topic(String title) {
        return new Topic("slug", UUID.randomUUID(), new NewTopic("brewing", title, "text", "en", null, null, null), Writer.of(signe), NOON);
    }

    private static void refused(String key, ThrowingCallable deed) {
        assertThatThrownBy(deed).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.key()).isEqualTo(key));
    }
}
