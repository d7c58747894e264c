package app.regulars.faq;

import app.regulars.platform.NotFound;
import app.regulars.platform.i18n.Localized;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everybody's door: reading help and saying whether it helped. */
@Service
@Transactional(readOnly = true)
public class HelpCenter {

    private static final Limit MOST = Limit.of(1_000);

    private final FaqCategoryRepository categories;
    private final ArticleRepository articles;
    private final ArticleVoteRepository votes;
    private final ArticleSources sources;
    private final Clock clock;

    HelpCenter(FaqCategoryRepository categories, ArticleRepository articles, ArticleVoteRepository votes, ArticleSources sources, Clock clock) {
        this.sources = sources;
        this.categories = categories;
        this.articles = articles;
        this.votes = votes;
        this.clock = clock;
    }

    /** All categories that have published articles; two statements. */
    public List<HelpCategory> categories() {
        var lines = articles.published(MOST).stream().collect(Collectors.groupingBy(ArticleRepository.Line::categoryId));
        return categories.findAllByOrderByPosition(MOST).stream().filter(category -> lines.containsKey(category.id()))
                .map(category -> new HelpCategory(category.slug(), category.name(),
                        lines.get(category.id()).stream().map(line -> card(line, category.slug())).toList()))
                .toList();
    }

    public Optional<HelpArticle> article(String slug) {
        return articles.findBySlug(slug).filter(Article::isPublished).map(article -> {
            var category = categories.findById(article.categoryId()).orElseThrow();
            var others = articles.published(MOST).stream()
                    .filter(line -> line.categoryId().equals(category.id()) && !line.slug().equals(slug)).map(line -> card(line, category.slug())).toList();
            return new HelpArticle(slug, category.slug(), category.name(), article.text(ArticleText::title), article.text(ArticleText::summary),
                    article.text(ArticleText::body), article.products(), article.publishedAt(), article.changedAt(), others, sources.of(article.id()));
        });
    }

    /** The published article that readers of a retired one are led to, through others that were retired meanwhile. */
    public Optional<String> successor(String slug) {
        var seen = new HashSet<String>();
        var to = slug;
        while (to != null && seen.add(to)) {
            var article = articles.findBySlug(to).orElse(null);
            if (article == null) {
                return Optional.empty();
            }
            if (article.isPublished()) {
                return Optional.of(to);
            }
            to = article.leadsTo();
        }
        return Optional.empty();
    }

    /**
     * Keeps whether an article helped; a second word of the same reader replaces the first.
     *
     * @param voter  who reads: made up for the visit, tells nothing about the person
     * @param reason what was missing, or null
     */
    @Transactional
    public void vote(String slug, UUID voter, boolean helpful, String reason) {
        var article = articles.findBySlug(slug).filter(Article::isPublished).orElseThrow(NotFound::new);
        var now = clock.instant();
        var vote = votes.findByArticleIdAndVoter(article.id(), voter).orElseGet(() -> new ArticleVote(article.id(), voter, helpful, now));
        vote.change(helpful, reason, now);
        votes.save(vote);
    }

    static ArticleCard card(ArticleRepository.Line line, String category) {
        return new ArticleCard(line.slug(), category, new Localized(line.titleEn(), line.titleFr()), new Localized(line.summaryEn(), line.summaryFr()));
    }
}
