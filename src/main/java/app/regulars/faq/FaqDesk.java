package app.regulars.faq;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.text.PersonTexts;
import app.regulars.platform.text.Slug;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door: writing, publishing and judging help articles. */
@Service
@RolesAllowed(Permissions.HELP_WRITE)
@Transactional
public class FaqDesk {

    private static final UUID REINDEX = UUID.nameUUIDFromBytes("search:articles".getBytes());
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_SLUG = 80;
    private static final Limit MOST = Limit.of(2_000);

    private final FaqCategoryRepository categories;
    private final ArticleRepository articles;
    private final ArticleVoteRepository votes;
    private final ArticleSearch search;
    private final AuditTrail audit;
    private final CurrentUser user;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FaqDesk(FaqCategoryRepository categories, ArticleRepository articles, ArticleVoteRepository votes, ArticleSearch search, AuditTrail audit,
            ApplicationEventPublisher events, CurrentUser user, Clock clock) {
        this.categories = categories;
        this.articles = articles;
        this.votes = votes;
        this.search = search;
        this.audit = audit;
        this.user = user;
        this.events = events;
        this.clock = clock;
    }

    /** Adds the category, or changes its name and place. */
    public void saveCategory(String slug, Localized name, int position) {
        var category = categories.findBySlug(slug).orElseGet(() -> new FaqCategory(slug));
        var before = category.name() == null ? null : Change.fields("nameEn", category.name().en(), "nameFr", category.name().fr());
        category.describe(name, position);
        categories.save(category);
        audit.changed(user.staff().orElse(null), "article.category.saved", "faq-category", category.id(),
                Change.of(slug).from(before).to(Change.fields("nameEn", name.en(), "nameFr", name.fr())));
    }

    /**
     * Opens a category at the end, or gives one another name.
     *
     * @param slug of the one that is changed; empty for a new one, which is then named after its English name
     * @throws Refused beside "nameEn" or "nameFr"
     */
    public void nameCategory(String slug, Localized name) {
        var known = categories.findAllByOrderByPosition(MOST).stream().map(FaqCategory::slug).toList();
        var words = new Localized(PersonTexts.bounded(PersonTexts.required(name.en(), "faq.category.name.missing", "nameEn"), LONGEST_NAME, "nameEn"),
                PersonTexts.bounded(PersonTexts.clean(name.fr()), LONGEST_NAME, "nameFr"));
        var place = slug.isEmpty() ? Slug.of(words.en(), LONGEST_SLUG) : slug;
        if (place.isEmpty() || slug.isEmpty() && known.contains(place)) {
            throw new Refused(place.isEmpty() ? "faq.category.name.letters" : "faq.category.name.taken", "nameEn", Map.of());
        }
        if (!slug.isEmpty() && !known.contains(slug)) {
            throw new NotFound();
        }
        saveCategory(place, words, slug.isEmpty() ? known.size() : known.indexOf(slug));
    }

    /** Adds the article as a draft, or changes the one of that slug; the same words again change nothing. */
    public void save(StaffId by, ArticleForm form) {
        var category = categories.findBySlug(form.category()).orElseThrow(() -> new Refused("faq.refused.category", "category", Map.of()));
        var known = articles.findBySlug(form.slug());
        var article = known.orElseGet(() -> new Article(form.slug(), by, clock.instant()));
        var before = known.isPresent() ? fields(article) : null;
        if (article.write(form, category.id(), by, clock.instant())) {
            articles.save(article);
            if (article.isPublished()) {
                shown(article, category.slug());
            }
            audit.changed(by, known.isPresent() ? "article.changed" : "article.added", "article", article.id(), Change.of(article.slug()).from(before).to(fields(article)));
        }
    }

    /** Shows the article to everybody; again changes nothing. */
    public void publish(StaffId by, String slug) {
        var article = articles.findBySlug(slug).orElseThrow(NotFound::new);
        if (article.publish(clock.instant())) {
            shown(article, categorySlug(article));
            audit.changed(by, "article.published", "article", article.id(), Change.of(slug).of("published", false, true));
        }
    }

    /** Makes the article a draft again. */
    public void takeBack(StaffId by, String slug) {
        var article = articles.findBySlug(slug).orElseThrow(NotFound::new);
        if (article.takeBack()) {
            shown(article, categorySlug(article));
            audit.changed(by, "article.taken-back", "article", article.id(), Change.of(slug).of("published", true, false));
        }
    }

    /** Puts every published article into the index anew. */
    public void reindex() {
        audit.changed(user.staff().orElse(null), "article.reindexed", "search", REINDEX, Change.of(null));
        for (var line : articles.published(MOST)) {
            articles.findBySlug(line.slug()).ifPresent(article -> search.update(article, categorySlug(article)));
        }
    }

    @Transactional(readOnly = true)
    public List<HelpCategory> categories() {
        return categories.findAllByOrderByPosition(MOST).stream().map(c -> new HelpCategory(c.slug(), c.name(), List.of())).toList();
    }

    /** All articles, drafts too, by category. */
    @Transactional(readOnly = true)
    public List<ArticleRow> list() {
        var helped = new HashMap<String, Long>();
        var not = new HashMap<String, Long>();
        votes.counts().forEach(count -> (count.helpful() ? helped : not).put(count.slug(), count.votes()));
        var order = categories.findAllByOrderByPosition(MOST);
        var byId = order.stream().collect(Collectors.toMap(FaqCategory::id, c -> c));
        var lines = articles.all(MOST).stream().collect(Collectors.groupingBy(ArticleRepository.Line::categoryId));
        return order.stream().flatMap(category -> lines.getOrDefault(category.id(), List.of()).stream()
                .map(line -> row(line, byId.get(line.categoryId()), helped, not))).toList();
    }

    private static ArticleRow row(ArticleRepository.Line line, FaqCategory category, Map<String, Long> helped, Map<String, Long> not) {
        return new ArticleRow(line.slug(), category.slug(), category.name(), new Localized(line.titleEn(), line.titleFr()), line.publishedAt(),
                line.changedAt(), helped.getOrDefault(line.slug(), 0L), not.getOrDefault(line.slug(), 0L));
    }

    @Transactional(readOnly = true)
    public ArticleFile file(String slug) {
        var article = articles.findBySlug(slug).orElseThrow(NotFound::new);
        var form = new ArticleForm(slug, categorySlug(article), article.title(), article.text(ArticleText::summary), article.text(ArticleText::body),
                article.text(ArticleText::keywords), article.products());
        return new ArticleFile(form, article.author(), article.edition(), article.changedAt(), article.publishedAt(),
                votes.countByArticleIdAndHelpful(article.id(), true), votes.countByArticleIdAndHelpful(article.id(), false));
    }

    private void shown(Article article, String category) {
        search.update(article, category);
        events.publishEvent(new ArticleChanged(article.slug(), clock.instant()));
    }

    private String categorySlug(Article article) {
        UUID id = article.categoryId();
        return categories.findById(id).map(FaqCategory::slug).orElseThrow();
    }

    private static Map<String, Object> fields(Article article) {
        return Change.fields("titleEn", article.title().en(), "titleFr", article.title().fr(), "summary", article.text(ArticleText::summary).en(),
                "bodyEn", article.text(ArticleText::body).en(), "bodyFr", article.text(ArticleText::body).fr(), "products", String.join(", ", article.products()),
                "edition", article.edition());
    }
}
