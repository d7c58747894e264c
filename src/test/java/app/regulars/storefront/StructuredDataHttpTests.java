package app.regulars.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.customer.CustomerDirectory;
import app.regulars.faq.ArticleForm;
import app.regulars.faq.FaqDesk;
import app.regulars.faq.PublishingDesk;
import app.regulars.forum.ForumDesk;
import app.regulars.forum.MyForum;
import app.regulars.forum.NewPost;
import app.regulars.forum.NewTopic;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.time.BusinessClock;
import app.regulars.staff.NewStaff;
import app.regulars.staff.StaffDirectory;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What forum and help center tell search engines, read out of the page as it comes over the wire: JSON that says what people wrote, letter by letter. */
@RegularsTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@WithStaff
class StructuredDataHttpTests {

    private static final Pattern SCRIPT = Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL);
    /** What would break the script, the JSON, or both, were it put there as it is. */
    private static final String AWKWARD = "Is </script><b>\"8 \\ 3/4\"</b> & l’été right? <!-- 🫖 ";

    @Autowired
    private ForumDesk forum;
    @Autowired
    private MyForum posting;
    @Autowired
    private FaqDesk faq;
    @Autowired
    private PublishingDesk publishing;
    @Autowired
    private StaffDirectory staff;
    @Autowired
    private CustomerDirectory customers;
    @Autowired
    private Environment environment;
    private final HttpClient client = HttpClient.newHttpClient();
    private final String tag = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void aTopicIsAPostingUntilSomebodyAnswersAndAQuestionWithItsAnswersThen() throws Exception {
        forum.saveCategory("brewing", new Localized("Brewing", "Infusion"), new Localized("Recipes", "Recettes"), 1);
        var signe = customers.obtain("signe-" + tag + "@pages.example", "Signe Vale", null, null, Languages.ENGLISH, "test");
        var slug = new AtomicReference<String>();
        BusinessClock.at(Instant.parse("2026-10-01T12:00:00Z"), () -> slug.set(posting.open(signe, new NewTopic("brewing", AWKWARD + tag, "Help, </script> please.", "en", null, null, null)).slug()));
        var alone = of("DiscussionForumPosting", "/forum/t/" + slug);
        assertThat(alone.get("headline").asString()).isEqualTo((AWKWARD + tag).strip());
        assertThat(alone.has("mainEntity")).isFalse();
        BusinessClock.at(Instant.parse("2026-10-02T12:00:00Z"), () -> {
            posting.answer(signe, slug.get(), new NewPost("It was not the kettle.", null));
            posting.solve(signe, posting.answer(signe, slug.get(), new NewPost("I found it: the \"hard\" water.", null)).post());
        });
        var page = of("QAPage", "/forum/t/" + slug);
        assertThat(page.get("@context").asString()).isEqualTo("https://schema.org");
        var question = page.get("mainEntity");
        assertThat(question.get("@type").asString()).isEqualTo("Question");
        assertThat(question.get("name").asString()).isEqualTo((AWKWARD + tag).strip());
        assertThat(question.get("answerCount").asInt()).isEqualTo(2);
        assertThat(Instant.parse(question.get("dateCreated").asString())).isEqualTo(Instant.parse("2026-10-01T12:00:00Z"));
        assertThat(question.at("/acceptedAnswer/@type").asString()).isEqualTo("Answer");
        assertThat(question.at("/acceptedAnswer/text").asString()).isEqualTo("I found it: the \"hard\" water.");
        assertThat(question.get("suggestedAnswer").size()).as("the solution is not said twice").isEqualTo(1);
        assertThat(question.at("/suggestedAnswer/0/text").asString()).isEqualTo("It was not the kettle.");
        assertThat(page.toString()).as("nobody's whole name or address").doesNotContain("Vale", "@pages.example");
        assertThat(of("BreadcrumbList", "/forum/t/" + slug).get("itemListElement").size()).isEqualTo(3);
    }

    @Test
    void anArticleIsAQuestionWithItsAnswerAndTheHelpCenterAllOfThem() throws Exception {
        faq.saveCategory("gear", new Localized("Gear", "Matériel"), 1);
        var slug = "a-" + tag;
        faq.save(engage("Odile Gaudet"), new ArticleForm(slug, "gear", new Localized(AWKWARD + tag, null), new Localized("In short: \"yes\".", null), new Localized("**All** of it.", null),
                new Localized("", ""), List.of()));
        publishing.approve(engage("Ines Doiron"), slug, "en", null);
        var article = of("FAQPage", "/help/" + slug);
        assertThat(article.get("@context").asString()).isEqualTo("https://schema.org");
        assertThat(article.get("mainEntity").size()).isEqualTo(1);
        assertThat(article.at("/mainEntity/0/@type").asString()).isEqualTo("Question");
        assertThat(article.at("/mainEntity/0/name").asString()).isEqualTo((AWKWARD + tag).strip());
        assertThat(article.at("/mainEntity/0/acceptedAnswer/@type").asString()).isEqualTo("Answer");
        assertThat(article.at("/mainEntity/0/acceptedAnswer/text").asString()).contains("<strong>All</strong> of it.");
        assertThat(of("FAQPage", "/help").get("mainEntity")).filteredOn(question -> question.get("name").asString().endsWith(tag)).singleElement()
                .satisfies(question -> assertThat(question.at("/acceptedAnswer/text").asString()).isEqualTo("In short: \"yes\"."));
    }

    private StaffId engage(String name) {
        return staff.engage(new NewStaff(name, UUID.randomUUID() + "@harbourline.example", Set.of(Permissions.AGENT), List.of("en"), null), Instant.EPOCH);
    }

    /** The one object of that type on a page; all of its scripts are JSON. */
    private JsonNode of(String type, String path) throws Exception {
        var answer = client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + environment.getProperty("local.server.port") + path)).header("Accept-Language", "en-CA")
                .header("Accept", "text/html").build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        var found = SCRIPT.matcher(answer.body()).results().map(script -> new JsonMapper().readTree(script.group(1))).filter(json -> type.equals(json.get("@type").asString())).toList();
        assertThat(found).as(path).hasSize(1);
        return found.getFirst();
    }
}
