package app.regulars.forum.ui.customer;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.forum.Author;
import app.regulars.forum.PostId;
import app.regulars.forum.PostView;
import app.regulars.platform.text.Markdown;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class QuotationTests {

    @Test
    void leadsToThePostItQuotes() {
        assertThat(Markdown.post(Quotation.of("sour-cup", post(3, "Perrin T.", "Two clicks **finer**.\nThen wait."))))
                .contains("<blockquote>").contains("href=\"/forum/t/sour-cup#post-3\"").contains("<strong>Perrin T.</strong>").contains("Two clicks finer. Then wait.");
        assertThat(Quotation.of("sour-cup", post(45, "Perrin T.", "Yes."))).contains("/forum/t/sour-cup?page=").contains("#post-45");
    }

    @Test
    void namesTheNumberWhereNobodyIsNamed() {
        assertThat(Markdown.post(Quotation.of("sour-cup", post(2, null, "Yes.")))).contains("<strong>#2</strong>");
    }

    @Test
    void lendsNoMarksToNameOrWords() {
        var html = Markdown.post(Quotation.of("sour-cup", post(2, "x**](javascript:alert(1)) [y", "\\[z](/p/z) \\*not bold\\*")));
        assertThat(html).contains("x**](javascript:alert(1)) [y").contains("*not bold*").containsOnlyOnce("href");
    }

    private static PostView post(int number, String name, String text) {
        return new PostView(PostId.next(), number, new Author(name, "PT", false, 1, false), false, text, Instant.EPOCH, null, null, 0, false);
    }
}
