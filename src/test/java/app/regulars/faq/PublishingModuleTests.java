package app.regulars.faq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.time.BusinessClock;
import app.regulars.platform.web.PublicPage;
import app.regulars.platform.web.PublicPages;
import app.regulars.platform.web.PublicRequest;
import app.regulars.staff.NewStaff;
import app.regulars.staff.StaffDirectory;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What readers see of what staff write, when, and what stays of it. */
@RegularsTest(properties = "db-scheduler.enabled=false")
@WithStaff
class PublishingModuleTests {

    @Autowired
    private FaqDesk desk;
    @Autowired
    private PublishingDesk publishing;
    @Autowired
    private HelpCenter help;
    @Autowired
    private ArticleCare care;
    @Autowired
    private ArticleSources sources;
    @Autowired
    private SolvedQuestions solved;
    @Autowired
    private StaffDirectory staff;
    @Autowired
    private List<PublicPages> pages;
    @Autowired
    private JdbcTemplate jdbc;
    private StaffId odile;
    private StaffId ines;
    private String slug;

    @BeforeEach
    void begin() {
        desk.saveCategory("gear", new Localized("Gear", "Matériel"), 1);
        odile = engage("Odile Gaudet");
        ines = engage("Ines Doiron");
        slug = "a-" + UUID.randomUUID();
    }

    private StaffId engage(String name) {
        return staff.engage(new NewStaff(name, UUID.randomUUID() + "@harbourline.example", Set.of(Permissions.AGENT), List.of("en"), null), Instant.EPOCH);
    }

    @Test
    void goesThroughASecondReader() {
        save(odile, "First words", "Premiers mots");
        publishing.askReview(odile, slug, "en", ines, "Please read.");
        assertThat(row().english()).isEqualTo("review");
        assertThat(row().on(ArticleShelf.REVIEW)).isTrue();
        assertThatThrownBy(() -> publishing.approve(odile, slug, "en", null)).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.key()).isEqualTo("faq.refused.own-words"));
        publishing.sendBack(ines, slug, "en", "The table is missing.");
        assertThat(desk.file(slug).in("en").note()).isEqualTo("The table is missing.");
        publishing.approve(ines, slug, "en", null);
        assertThat(help.article(slug).orElseThrow().title()).isEqualTo(new Localized("First words", null));
        assertThat(row().french()).isEqualTo("draft");
        assertThat(desk.file(slug).reviewOn()).isNotNull();
    }

    @Test
    void keepsEveryPublishedTextAndPutsOneBack() {
        save(odile, "First words", null);
        publishing.approve(ines, slug, "en", null);
        save(odile, "Second words", null);
        publishing.approve(ines, slug, "en", null);
        save(odile, "Third words, not read yet", null);
        assertThat(publishing.versions(slug, "en")).extracting(PublishedText::title).containsExactly("Second words", "First words");
        publishing.putBack(ines, slug, "en", 1);
        assertThat(help.article(slug).orElseThrow().title().en()).isEqualTo("First words");
        assertThat(desk.file(slug).form().title().en()).as("what is being written stays").isEqualTo("Third words, not read yet");
        assertThat(publishing.versions(slug, "en").getFirst().putBack()).isEqualTo(1);
        assertThat(publishing.difference("one\ntwo", "one\nthree")).extracting(PublishingDesk.Stretch::kind).containsExactly("same", "gone", "new");
    }

    @Test
    void tellsSearchEnginesWhatIsPublishedAndNothingElse() {
        save(odile, "How is the <kettle> cleaned?", null);
        assertThat(data("/help").toString()).doesNotContain("How is the <kettle> cleaned?");
        publishing.approve(ines, slug, "en", null);
        save(odile, "Words that nobody has read yet", null);
        var article = data("/help/" + slug).get(0);
        assertThat(article.get("@type").asString()).isEqualTo("FAQPage");
        assertThat(article.get("mainEntity").size()).isEqualTo(1);
        assertThat(article.at("/mainEntity/0/@type").asString()).isEqualTo("Question");
        assertThat(article.at("/mainEntity/0/name").asString()).isEqualTo("How is the <kettle> cleaned?");
        assertThat(article.at("/mainEntity/0/acceptedAnswer/@type").asString()).isEqualTo("Answer");
        assertThat(article.at("/mainEntity/0/acceptedAnswer/text").asString()).contains("All of it.");
        var home = data("/help").get(0);
        assertThat(home.get("@type").asString()).isEqualTo("FAQPage");
        assertThat(home.get("mainEntity")).anySatisfy(question -> assertThat(question.get("name").asString()).isEqualTo("How is the <kettle> cleaned?"))
                .allSatisfy(question -> assertThat(question.at("/acceptedAnswer/text").asString()).isNotBlank());
        assertThat(data("/help").toString() + data("/help/" + slug)).doesNotContain("nobody has read yet");
    }

    @Test
    void appearsAtItsHour() {
        save(odile, "Later", null);
        publishing.approve(ines, slug, "en", Instant.now().plus(Duration.ofHours(1)));
        care.appear();
        assertThat(help.article(slug)).isEmpty();
        BusinessClock.at(Instant.now().plus(Duration.ofHours(2)), () -> care.appear());
        assertThat(help.article(slug)).isPresent();
        assertThat(publishing.versions(slug, "en")).singleElement().satisfies(version -> assertThat(version.approvedBy()).isEqualTo(ines));
    }

    @Test
    void isTakenBackAtItsHour() {
        save(odile, "For this summer", null);
        publishing.approve(ines, slug, "en", null);
        var hour = Instant.now().plus(Duration.ofHours(1));
        assertThatThrownBy(() -> publishing.retireAt(odile, slug, null, Instant.now().minusSeconds(60))).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.field()).isEqualTo("retireAt"));
        publishing.retireAt(odile, slug, null, hour);
        publishing.retireAt(odile, slug, null, null);
        BusinessClock.at(hour.plusSeconds(60), () -> care.end());
        assertThat(help.article(slug)).as("called off").isPresent();
        publishing.retireAt(odile, slug, null, hour);
        care.end();
        assertThat(help.article(slug)).as("not yet").isPresent();
        BusinessClock.at(hour.plusSeconds(60), () -> care.end());
        assertThat(help.article(slug)).isEmpty();
        assertThat(row().isRetired()).isTrue();
        publishing.restore(odile, slug);
        BusinessClock.at(hour.plusSeconds(120), () -> care.end());
        assertThat(help.article(slug)).as("it ends once").isPresent();
    }

    @Test
    void leadsReadersOfARetiredArticleToItsSuccessor() {
        save(odile, "Old", null);
        publishing.approve(ines, slug, "en", null);
        var old = slug;
        slug = "b-" + UUID.randomUUID();
        save(odile, "New", null);
        assertThatThrownBy(() -> publishing.retire(odile, old, slug)).as("nothing to see there").isInstanceOf(Refused.class);
        publishing.approve(ines, slug, "en", null);
        publishing.retire(odile, old, slug);
        assertThat(page(old)).satisfies(page -> {
            assertThat(page.isMoved()).isTrue();
            assertThat(page.canonicalPath()).isEqualTo("/help/" + slug);
        });
        publishing.restore(odile, old);
        assertThat(page(old).isMoved()).isFalse();
    }

    @Test
    void tellsTheOwnerOnceThatItIsToBeChecked() {
        save(odile, "Checked?", null);
        publishing.approve(ines, slug, "en", null);
        var day = desk.file(slug).reviewOn();
        var then = day.plusDays(1).atStartOfDay(java.time.ZoneOffset.UTC).toInstant();
        BusinessClock.at(then, () -> {
            care.remind();
            care.remind();
            assertThat(row().on(ArticleShelf.CHECK)).isTrue();
        });
        assertThat(jdbc.queryForObject("select count(*) from outbox_message where message_key like ?", Long.class, "faq-check:%:" + day)).isPositive();
        BusinessClock.at(then, () -> publishing.checked(odile, slug));
        assertThat(desk.file(slug).reviewOn()).isAfter(day);
    }

    @Test
    void isFlaggedWhenItsSourceChanges() {
        save(odile, "From the forum", null);
        publishing.approve(ines, slug, "en", null);
        var topic = "t-" + UUID.randomUUID();
        desk.linked(odile, slug, new SourceWords("topic", topic, "en", "Q", "S", "B", List.of()));
        assertThat(sources.madeFrom("topic", topic)).singleElement().satisfies(made -> assertThat(made.slug()).isEqualTo(slug));
        sources.changed("topic", topic, Instant.now());
        assertThat(row().on(ArticleShelf.CHECK)).isTrue();
        publishing.checked(odile, slug);
        assertThat(row().flagged()).isFalse();
    }

    @Test
    void countsOnceASessionWhatItAnswered() {
        save(odile, "Counted", null);
        publishing.approve(ines, slug, "en", null);
        var one = UUID.randomUUID();
        var two = UUID.randomUUID();
        assertThat(solved.solved(one, "where is it?", Languages.ENGLISH, "article", slug)).isTrue();
        assertThat(solved.solved(one, "where is it??", Languages.ENGLISH, "article", slug)).isFalse();
        solved.solved(two, "where?", Languages.ENGLISH, "article", slug);
        solved.opened(one, "where", Languages.ENGLISH, "article", slug);
        solved.opened(one, "where", Languages.ENGLISH, "article", slug);
        solved.opened(two, "where", Languages.ENGLISH, "article", slug);
        solved.wentOn(two);
        help.vote(slug, one, true, null);
        help.vote(slug, one, true, null);
        help.vote(slug, two, false, "No table");
        var figures = desk.file(slug).figures();
        assertThat(figures.inquiriesSaved()).isEqualTo(jdbc.queryForObject("select count(distinct visit) from faq_solved where way = 'asking' and kind = 'article' and ref = ?",
                Long.class, slug)).isEqualTo(2);
        assertThat(figures.searchesEnded()).as("the other one searched on").isEqualTo(jdbc.queryForObject(
                "select count(distinct visit) from faq_solved where way = 'search' and ref = ?", Long.class, slug)).isEqualTo(1);
        assertThat(figures.share()).isEqualTo(jdbc.queryForObject("""
                select avg(case when v.helpful then 1.0 else 0.0 end) from faq_vote v join faq_article a on a.id = v.article_id where a.slug = ?""", Double.class, slug)).isEqualTo(.5);
        assertThat(desk.words(slug)).extracting(ArticleWord::reason).containsExactly("No table");
    }

    private void save(StaffId by, String english, String french) {
        desk.save(by, new ArticleForm(slug, "gear", new Localized(english, french), new Localized("In short.", french == null ? null : "En bref."),
                new Localized("![A cone](/media/0123456789abcdef0123456789abcdef/640.png) All of it.", french == null ? null : "Tout."), new Localized("", ""), List.of()));
    }

    private ArticleRow row() {
        return desk.list().stream().filter(row -> row.slug().equals(slug)).findFirst().orElseThrow();
    }

    /** What the page tells programs, as they read it. */
    private JsonNode data(String path) {
        var page = pages.stream().filter(source -> source.serves(path)).findFirst().orElseThrow().page(new PublicRequest(path, Map.of(), Languages.ENGLISH)).orElseThrow();
        var json = new JsonMapper();
        return json.readTree(json.writeValueAsString(page.jsonLd()));
    }

    private PublicPage page(String of) {
        return pages.stream().filter(source -> source.serves("/help/" + of)).findFirst().orElseThrow().page(new PublicRequest("/help/" + of, Map.of(), Languages.ENGLISH)).orElseThrow();
    }
}
