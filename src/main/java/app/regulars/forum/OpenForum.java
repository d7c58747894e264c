package app.regulars.forum;

import app.regulars.platform.i18n.Localized;
import app.regulars.search.SiteSearch;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everybody's door: reading. */
@Service
@Transactional(readOnly = true)
public class OpenForum {

    private static final Limit MOST_CATEGORIES = Limit.of(100);

    private final ForumCategoryRepository categories;
    private final TopicRepository topics;
    private final TopicReading reading;
    private final ViewCounts views;
    private final SiteSearch search;

    OpenForum(ForumCategoryRepository categories, TopicRepository topics, TopicReading reading, ViewCounts views, SiteSearch search) {
        this.categories = categories;
        this.topics = topics;
        this.reading = reading;
        this.views = views;
        this.search = search;
    }

    public List<CategoryCard> categories() {
        return categories.cards(MOST_CATEGORIES).stream().map(line -> new CategoryCard(line.slug(), new Localized(line.nameEn(), line.nameFr()),
                new Localized(line.descriptionEn(), line.descriptionFr()), line.topics(), line.solved())).toList();
    }

    /** @param category the slug of a category, or null for all */
    public TopicList topics(TopicFilter filter, String category, int page) {
        return reading.list(filter, category, page);
    }

    /** One page of a topic, the last one where there are fewer; nothing where there is no such topic. */
    public Optional<TopicPage> topic(String slug, int page) {
        return reading.page(slug, page);
    }

    /** Somebody has opened the topic in a browser. */
    public void viewed(String slug) {
        views.add(slug, 1);
    }

    /** What may already answer a question, best first. @param except the slug of the topic that is open, or null */
    public List<SimilarTopic> similar(String text, String except, Locale locale, int most) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        var hits = search.find(new SiteSearch.Question(text, Set.of(TopicSearch.KIND, "article"), List.of(), Set.of("public"), locale, 0, most + 1)).hits()
                .stream().filter(hit -> !(TopicSearch.KIND.equals(hit.kind()) && hit.ref().equals(except))).limit(most).toList();
        var slugs = hits.stream().filter(hit -> TopicSearch.KIND.equals(hit.kind())).map(SiteSearch.Hit::ref).toList();
        var solved = slugs.isEmpty() ? Set.<String>of() : new HashSet<>(topics.solvedAmong(slugs));
        return hits.stream().map(hit -> new SimilarTopic(hit.kind(), hit.title(), hit.address(), solved.contains(hit.ref()))).toList();
    }
}
