package app.regulars.forum.ui.customer;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.customer.CustomerDirectory;
import app.regulars.forum.ForumDesk;
import app.regulars.forum.MyForum;
import app.regulars.forum.NewPost;
import app.regulars.forum.NewTopic;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.time.BusinessClock;
import app.regulars.platform.web.PublicRequest;
import app.regulars.testing.RegularsTest;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.databind.json.JsonMapper;

@RegularsTest
class ForumPagesTests {

    @Autowired
    private ForumPages pages;
    @Autowired
    private MyForum mine;
    @Autowired
    private ForumDesk desk;
    @Autowired
    private CustomerDirectory customers;
    private CustomerId signe;

    @BeforeEach
    void begin() {
        SecurityContextHolder.getContext().setAuthentication(app.regulars.testing.WithStaff.Factory.authentication());
        desk.saveCategory("brewing", new Localized("Brewing", "Infusion"), new Localized("Recipes", "Recettes"), 1);
        signe = customers.obtain("signe@pages.example", "Signe Vale", null, null, Languages.ENGLISH, "test");
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void showsWhatPeopleWroteEscaped() {
        var slug = ask("<script>alert('title')</script>", "<img src=x onerror=alert(1)> [x](javascript:alert(1)) **bold**");
        var page = pages.page(request("/forum/t/" + slug, Languages.ENGLISH)).orElseThrow();
        assertThat(page.html()).contains("&lt;script&gt;alert(").contains("<strong>bold</strong>").contains("&lt;img src")
                .doesNotContain("<script").doesNotContain("<img src=x").doesNotContain("=\"javascript:").doesNotContain("signe@pages.example").doesNotContain("Vale");
        assertThat(page.canonicalPath()).isEqualTo("/forum/t/" + slug);
        var home = pages.page(request("/forum", Languages.ENGLISH)).orElseThrow();
        assertThat(home.html()).contains("&lt;script&gt;").doesNotContain("<script");
    }

    @Test
    void tellsSearchEnginesTheQuestionAndItsAnswers() {
        var slug = ask("Why does it taste sour?", "Help, please.");
        assertThat(json(slug)).contains("\"DiscussionForumPosting\"");
        BusinessClock.at(Instant.parse("2026-10-02T12:00:00Z"), () -> {
            var answer = mine.answer(signe, slug, new NewPost("I found it: the water.", null));
            mine.solve(signe, answer.post());
        });
        assertThat(json(slug)).contains("\"QAPage\"").contains("\"acceptedAnswer\"").contains("I found it: the water.").contains("\"BreadcrumbList\"");
    }

    @Test
    void knowsNoTopicAndNoCategoryThatIsNotThere() {
        assertThat(pages.page(request("/forum/t/no-such-topic", Languages.ENGLISH))).isEmpty();
        assertThat(pages.page(request("/forum/t/" + "x".repeat(500), Languages.ENGLISH))).isEmpty();
        assertThat(pages.page(request("/forum/c/no-such-category", Languages.ENGLISH))).isEmpty();
    }

    @Test
    void speaksTheReadersLanguage() {
        assertThat(pages.page(request("/forum/c/brewing", Languages.FRENCH)).orElseThrow().html()).contains("Infusion").contains("Recettes");
    }

    @Test
    void staysOffSearchEnginesWhereNothingIsToBeFound() {
        assertThat(pages.page(request("/forum/new", Languages.ENGLISH)).orElseThrow().indexable()).isFalse();
        assertThat(pages.page(new PublicRequest("/forum", Map.of("show", "solved"), Languages.ENGLISH)).orElseThrow().indexable()).isFalse();
        assertThat(pages.page(new PublicRequest("/forum", Map.of("page", "-3", "show", "<x>"), Languages.ENGLISH)).orElseThrow().indexable()).isTrue();
    }

    private String json(String slug) {
        return new JsonMapper().writeValueAsString(pages.page(request("/forum/t/" + slug, Languages.ENGLISH)).orElseThrow().jsonLd());
    }

    private String ask(String title, String text) {
        var slug = new String[1];
        BusinessClock.at(Instant.parse("2026-10-01T12:00:00Z"), () -> slug[0] = mine.open(signe, new NewTopic("brewing", title, text, "en", null, null, null)).slug());
        return slug[0];
    }

    private static PublicRequest request(String path, Locale locale) {
        return new PublicRequest(path, Map.of(), locale);
    }
}
