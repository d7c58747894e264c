package app.regulars.faq;

import app.regulars.platform.NotFound;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.shop.Shop;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Articles as staff read them. */
@Component
class ArticleReading {

    private static final Limit MOST = Limit.of(2_000);
    private static final Limit MOST_WORDS = Limit.of(200);

    private final FaqCategoryRepository categories;
    private final ArticleRepository articles;
    private final ArticleVoteRepository votes;
    private final ArticleVersions versions;
    private final ArticleSources sources;
    private final SolvedQuestions solved;
    private final Shop shop;
    private final Clock clock;

    ArticleReading(FaqCategoryRepository categories, ArticleRepository articles, ArticleVoteRepository votes, ArticleVersions versions, ArticleSources sources,
                   SolvedQuestions solved, Shop shop, Clock clock) {
        this.categories = categories;
        this.articles = articles;
        this.votes = votes;
        this.versions = versions;
        this.sources = sources;
        this.solved = solved;
        this.shop = shop;
        this.clock = clock;
    }

    List<ArticleRow> list() {
        var helped = new HashMap<String, Long>();
        var not = new HashMap<String, Long>();
        votes.counts().forEach(count -> (count.helpful() ? helped : not).put(count.slug(), count.votes()));
        var flagged = sources.flagged();
        var today = clock.instant().atZone(shop.zone()).toLocalDate();
        var lines = articles.all(MOST).stream().collect(Collectors.groupingBy(ArticleRepository.DeskLine::categoryId));
        return categories.findAllByOrderByPosition(MOST).stream().flatMap(category -> lines.getOrDefault(category.id(), List.of()).stream()
                .map(line -> row(line, category, helped, not, flagged, today))).toList();
    }

    private static ArticleRow row(ArticleRepository.DeskLine line, FaqCategory category, Map<String, Long> helped, Map<String, Long> not, Set<String> flagged, LocalDate today) {
        var english = line.draftEn() == null ? line.titleEn() : line.draftEn();
        var french = line.draftFr() == null ? line.titleFr() : line.draftFr();
        var reviewers = new HashSet<StaffId>();
        if (DraftState.REVIEW.name().equals(line.stateEn())) {
            reviewers.add(line.reviewerEn());
        }
        if (DraftState.REVIEW.name().equals(line.stateFr())) {
            reviewers.add(line.reviewerFr());
        }
        return new ArticleRow(line.slug(), category.slug(), category.name(), new Localized(english == null ? french : english, french), line.publishedAt(), line.retiredAt(),
                line.changedAt(), code(line.titleEn(), line.stateEn()), code(line.titleFr(), line.stateFr()), reviewers, line.owner(), line.reviewOn(),
                line.reviewOn() != null && !line.reviewOn().isAfter(today), flagged.contains(line.slug()), helped.getOrDefault(line.slug(), 0L), not.getOrDefault(line.slug(), 0L));
    }

    private static String code(String shown, String state) {
        return new LanguageState("", shown == null ? 0 : 1, state == null ? null : DraftState.valueOf(state), Set.of(), null, null, null, null, null).code();
    }

    ArticleFile file(String slug) {
        var article = articles.findBySlug(slug).orElseThrow(NotFound::new);
        var category = categories.findById(article.categoryId()).map(FaqCategory::slug).orElseThrow();
        var form = new ArticleForm(slug, category, article.working(ArticleText::title), article.working(ArticleText::summary), article.working(ArticleText::body),
                article.working(ArticleText::keywords), article.products());
        var newest = versions.newest(article.id());
        var languages = Article.LANGUAGES.stream().map(language -> state(article, language, newest.getOrDefault(language, 0))).toList();
        var counts = solved.of(ArticleSearch.KIND, slug);
        return new ArticleFile(form, article.author(), article.owner(), article.reviewOn(), article.edition(), article.changedAt(), article.publishedAt(), article.retiredAt(),
                article.leadsTo(), article.plannedEnd(), languages, sources.of(article.id()), new ArticleFile.Figures(votes.countByArticleIdAndHelpful(article.id(), true),
                votes.countByArticleIdAndHelpful(article.id(), false), counts.searches(), counts.inquiries()));
    }

    private static LanguageState state(Article article, String language, int newest) {
        var draft = article.drafts().get(language);
        var version = article.texts().containsKey(language) ? newest : 0;
        return draft == null ? new LanguageState(language, version, null, Set.of(), null, null, null, null, null)
                : new LanguageState(language, version, draft.where(), draft.writtenBy(), draft.reviewer(), draft.note(), draft.noteBy(), draft.askedAt(), draft.publishAt());
    }

    List<ArticleWord> words(String slug) {
        return votes.notHelped(slug, MOST_WORDS);
    }
}
