package app.regulars.faq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.web.PublicPages;
import app.regulars.platform.web.PublicRequest;
import app.regulars.testing.RegularsTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

@RegularsTest
class FaqModuleTests {

    private final StaffId odile = StaffId.next();
    private final StaffId ines = StaffId.next();
    @Autowired
    private FaqDesk desk;
    @Autowired
    private PublishingDesk publishing;
    @Autowired
    private HelpCenter help;
    @Autowired
    private Faq faq;
    @Autowired
    private List<PublicPages> pages;

    @BeforeEach
    void begin() {
        as("STAFF");
        desk.saveCategory("gear", new Localized("Gear", "Matériel"), 1);
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void showsAnArticleOnceItIsPublished() {
        desk.save(odile, form("filters", "Which filters fit?"));
        assertThat(help.article("filters")).isEmpty();
        assertThat(page("/help/filters")).isEmpty();
        publishing.publish(ines, "filters");
        publishing.publish(ines, "filters");
        assertThat(help.article("filters").orElseThrow().title().fr()).isEqualTo("Titre");
        assertThat(page("/help/filters").orElseThrow()).contains("Which filters fit?").contains("<table>");
        assertThat(faq.find("filters")).isPresent();
        assertThat(faq.aboutProduct("cone-filters-02", 5)).extracting(ArticleCard::slug).contains("filters");
        assertThat(faq.suggestions("filters fitting", Languages.ENGLISH, 3)).extracting(ArticleCard::slug).contains("filters");
        publishing.retire(odile, "filters", null);
        assertThat(help.article("filters")).isEmpty();
        assertThat(faq.suggestions("filters fitting", Languages.ENGLISH, 3)).extracting(ArticleCard::slug).doesNotContain("filters");
    }

    @Test
    void countsAnEditionForEveryChangeAndNoneForTheSameWords() {
        desk.save(odile, form("editions", "First words"));
        desk.save(odile, form("editions", "First words"));
        assertThat(desk.file("editions").edition()).isEqualTo(1);
        desk.save(odile, form("editions", "Other words"));
        assertThat(desk.file("editions").edition()).isEqualTo(2);
    }

    @Test
    void keepsTheLastWordOfEachReader() {
        desk.save(odile, form("votes", "Did it help?"));
        publishing.publish(ines, "votes");
        var reader = UUID.randomUUID();
        help.vote("votes", reader, true, null);
        help.vote("votes", reader, false, "x".repeat(10_000));
        help.vote("votes", UUID.randomUUID(), true, null);
        assertThat(desk.file("votes").helpful()).isEqualTo(1);
        assertThat(desk.file("votes").notHelpful()).isEqualTo(1);
        assertThatThrownBy(() -> help.vote("no-such-article", reader, true, null)).isInstanceOf(NotFound.class);
    }

    @Test
    void refusesHalfAnArticle() {
        refused("faq.refused.title.missing", "title-en", form("half", " "));
        refused("faq.refused.slug", "slug", form("Not a slug", "Title"));
        refused("faq.refused.too-long", "title-en", form("half", "x".repeat(161)));
        desk.save(odile, new ArticleForm("half", "gear", new Localized("T", "T"), new Localized("S", ""), new Localized("B", "B"), new Localized("", ""), List.of()));
        publishing.approve(ines, "half", "en", null);
        assertThatThrownBy(() -> publishing.approve(ines, "half", "fr", null)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.key()).isEqualTo("faq.refused.summary.missing");
            assertThat(refused.field()).isEqualTo("summary-fr");
        });
        assertThat(help.article("half").orElseThrow().title().fr()).isNull();
    }

    @Test
    void showsNothingActiveOfWhatWasWritten() {
        desk.save(odile, form("active", "<script>alert(1)</script>"));
        publishing.publish(ines, "active");
        assertThat(page("/help/active").orElseThrow()).contains("&lt;script&gt;").doesNotContain("<script");
    }

    @Test
    void letsNobodyButStaffWrite() {
        as("CUSTOMER");
        assertThatThrownBy(() -> desk.save(odile, form("mine", "Mine"))).isInstanceOf(AccessDeniedException.class);
    }

    private java.util.Optional<String> page(String path) {
        return pages.stream().filter(source -> source.serves(path)).findFirst().orElseThrow()
                .page(new PublicRequest(path, Map.of(), Languages.ENGLISH)).map(page -> page.html());
    }

    private void refused(String key, String field, ArticleForm form) {
        assertThatThrownBy(() -> desk.save(odile, form)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.key()).isEqualTo(key);
            assertThat(refused.field()).isEqualTo(field);
        });
    }

    private static ArticleForm form(String slug, String title) {
        return new ArticleForm(slug, "gear", new Localized(title, "Titre"), new Localized("In short.", "En bref."),
                new Localized("| a | b |\n|---|---|\n| 1 | 2 |", "corps"), new Localized("paper, cone", "papier"), List.of("cone-filters-02", "dripper"));
    }

    private static void as(String role) {
        SecurityContextHolder.getContext().setAuthentication("STAFF".equals(role) ? app.regulars.testing.WithStaff.Factory.authentication()
                : new TestingAuthenticationToken("test", null, "ROLE_" + role));
    }
}
