package app.regulars.faq;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.text.PersonTexts;
import app.regulars.platform.text.Slug;
import app.regulars.staff.StaffCard;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door: writing and judging help articles. What readers see is decided by {@link PublishingDesk}. */
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
    private final ArticleReading reading;
    private final ArticleSources sources;
    private final ArticleSearch search;
    private final Showing showing;
    private final Editors editors;
    private final Faq faq;
    private final AuditTrail audit;
    private final CurrentUser user;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FaqDesk(FaqCategoryRepository categories, ArticleRepository articles, ArticleReading reading, ArticleSources sources, ArticleSearch search, Showing showing, Editors editors,
            Faq faq, AuditTrail audit, ApplicationEventPublisher events, CurrentUser user, Clock clock) {
        this.categories = categories;
        this.articles = articles;
        this.reading = reading;
        this.sources = sources;
        this.search = search;
        this.showing = showing;
        this.editors = editors;
        this.faq = faq;
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

    /** Adds the article as a draft, or changes what is being written of the one of that slug; the same words again change nothing. */
    public void save(StaffId by, ArticleForm form) {
        var category = categories.findBySlug(form.category()).orElseThrow(() -> new Refused("faq.refused.category", "category", Map.of()));
        var known = articles.findBySlug(form.slug());
        var article = known.orElseGet(() -> new Article(form.slug(), by, clock.instant()));
        var before = known.isPresent() ? fields(article) : null;
        var place = known.isPresent() ? List.of(article.categoryId(), article.products()) : null;
        if (article.write(form, category.id(), by, clock.instant())) {
            articles.save(article);
            if (article.isPublished() && !List.of(article.categoryId(), article.products()).equals(place)) {
                showing.told(article);
            }
            audit.changed(by, known.isPresent() ? "article.changed" : "article.added", "article", article.id(), Change.of(article.slug()).from(before).to(fields(article)));
        }
    }

    /** An article as it could be begun from what stands elsewhere: in the language of the source, at an address that is free. Nothing is kept yet. */
    @Transactional(readOnly = true)
    public ArticleForm begun(SourceWords from) {
        var french = "fr".equals(from.language());
        return new ArticleForm(free(from.title()), nearest(from), words(french, from.title()), words(french, from.summary()), words(french, from.body()), words(french, ""),
                from.products());
    }

    /** Keeps that an article was made from this. */
    public void linked(StaffId by, String slug, SourceWords from) {
        var article = articles.findBySlug(slug).orElseThrow(NotFound::new);
        sources.link(article.id(), from, clock.instant());
        audit.changed(by, "article.source-linked", "article", article.id(), Change.of(slug).of("source", null, from.kind() + "/" + from.ref()));
    }

    /** An address made of a title that no article has. */
    @Transactional(readOnly = true)
    public String free(String title) {
        var base = Slug.of(title == null ? "" : title, LONGEST_SLUG);
        var slug = base.isEmpty() ? "article" : base;
        for (int number = 2; articles.existsBySlug(slug); number++) {
            slug = (base.isEmpty() ? "article" : base) + "-" + number;
        }
        return slug;
    }

    /** The category of the published article that is most like it, or the first. */
    private String nearest(SourceWords from) {
        return faq.suggestions(from.title(), "fr".equals(from.language()) ? Languages.FRENCH : Languages.ENGLISH, 1).stream().map(ArticleCard::category).findFirst()
                .orElseGet(() -> categories().stream().map(HelpCategory::slug).findFirst().orElse(""));
    }

    private static Localized words(boolean french, String text) {
        return french ? new Localized("", text) : new Localized(text, "");
    }

    /** Puts every published article into the index anew. */
    public void reindex() {
        audit.changed(user.staff().orElse(null), "article.reindexed", "search", REINDEX, Change.of(null));
        for (var line : articles.published(MOST)) {
            articles.findBySlug(line.slug()).ifPresent(article -> search.update(article, showing.category(article)));
        }
    }

    @Transactional(readOnly = true)
    public List<HelpCategory> categories() {
        return categories.findAllByOrderByPosition(MOST).stream().map(c -> new HelpCategory(c.slug(), c.name(), List.of())).toList();
    }

    /** Moves a category one place up or down. */
    public void moveCategory(String slug, boolean up) {
        var all = new ArrayList<>(categories.findAllByOrderByPosition(MOST));
        var at = all.stream().map(FaqCategory::slug).toList().indexOf(slug);
        var to = at + (up ? -1 : 1);
        if (at < 0 || to < 0 || to >= all.size()) {
            return;
        }
        Collections.swap(all, at, to);
        for (int place = 0; place < all.size(); place++) {
            all.get(place).describe(all.get(place).name(), place);
            categories.save(all.get(place));
        }
        audit.changed(user.staff().orElse(null), "article.category.saved", "faq-category", all.get(to).id(), Change.of(slug).of("position", at, to));
        events.publishEvent(new ArticleChanged("", clock.instant()));
    }

    /** @throws Refused for one that still has articles */
    public void removeCategory(String slug) {
        var category = categories.findBySlug(slug).orElseThrow(NotFound::new);
        if (articles.countByCategoryId(category.id()) > 0) {
            throw new Refused("faq.category.has-articles", "nameEn", Map.of());
        }
        categories.delete(category);
        audit.changed(user.staff().orElse(null), "article.category.removed", "faq-category", category.id(),
                Change.of(slug).from(Change.fields("nameEn", category.name().en(), "nameFr", category.name().fr())));
    }

    /** All articles, drafts and retired ones too, by category. */
    @Transactional(readOnly = true)
    public List<ArticleRow> list() {
        return reading.list();
    }

    @Transactional(readOnly = true)
    public ArticleFile file(String slug) {
        return reading.file(slug);
    }

    /** What readers missed who said that it did not help, the newest first, at most 200. */
    @Transactional(readOnly = true)
    public List<ArticleWord> words(String slug) {
        return reading.words(slug);
    }

    /** Everybody else who could read a draft before it is shown. */
    @Transactional(readOnly = true)
    public List<StaffCard> reviewers(StaffId besides) {
        return editors.besides(besides);
    }

    private static Map<String, Object> fields(Article article) {
        return Change.fields("titleEn", article.working(ArticleText::title).en(), "titleFr", article.working(ArticleText::title).fr(), "summary",
                article.working(ArticleText::summary).en(), "bodyEn", article.working(ArticleText::body).en(), "bodyFr", article.working(ArticleText::body).fr(),
                "products", String.join(", ", article.products()),
                "edition", article.edition());
    }
}
