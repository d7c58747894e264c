package app.regulars.faq;

import app.regulars.search.SearchDocument;
import app.regulars.search.SearchIndex;
import app.regulars.platform.text.Markdown;
import java.util.List;
import org.springframework.stereotype.Component;

/** Keeps what site search knows of an article. */
@Component
class ArticleSearch {

    static final String KIND = "article";

    private final SearchIndex index;

    ArticleSearch(SearchIndex index) {
        this.index = index;
    }

    void update(Article article, String category) {
        if (!article.isPublished()) {
            index.remove(KIND, article.slug());
            return;
        }
        index.put(article.texts().entrySet().stream().map(text -> new SearchDocument(KIND, article.slug(), text.getKey(), "public",
                text.getValue().title(), text.getValue().keywords(), text.getValue().summary() + "\n" + Markdown.plain(text.getValue().body(), 10_000),
                "/help/" + article.slug(), List.of("help:" + category), 1.2f)).toList());
    }
}
