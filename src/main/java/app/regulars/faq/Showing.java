package app.regulars.faq;

import app.regulars.platform.identity.StaffId;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Brings an article before its readers: keeps the text, and tells the search and the pages. */
@Component
class Showing {

    private final ArticleRepository articles;
    private final FaqCategoryRepository categories;
    private final ArticleVersions versions;
    private final ArticleSearch search;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Showing(ArticleRepository articles, FaqCategoryRepository categories, ArticleVersions versions, ArticleSearch search, ApplicationEventPublisher events, Clock clock) {
        this.articles = articles;
        this.categories = categories;
        this.versions = versions;
        this.search = search;
        this.events = events;
        this.clock = clock;
    }

    /** @param fresh the texts that are new, by language @param putBack the number of the older text they repeat, or null */
    void shown(Article article, Map<String, ArticleText> fresh, StaffId by, Integer putBack) {
        articles.save(article);
        fresh.forEach((language, text) -> versions.add(article.id(), language, text, by, clock.instant(), putBack));
        told(article);
    }

    void gone(Article article) {
        articles.save(article);
        told(article);
    }

    /** Its place or its products have changed, not its words. */
    void told(Article article) {
        search.update(article, category(article));
        events.publishEvent(new ArticleChanged(article.slug(), clock.instant()));
    }

    String category(Article article) {
        return categories.findById(article.categoryId()).map(FaqCategory::slug).orElseThrow();
    }
}
