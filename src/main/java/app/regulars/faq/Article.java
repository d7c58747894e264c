package app.regulars.faq;

import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.StaffId;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * A question and its answer. Readers see the texts; staff work on drafts, each language for itself, which become texts when somebody
 * approves who is not the only one that wrote them. English comes first, since readers of other languages fall back on it.
 */
@Entity
@Table(name = "faq_article")
class Article {

    static final List<String> LANGUAGES = List.of("en", "fr");
    static final int CHECKED_EVERY_DAYS = 180;
    private static final int MOST_PRODUCTS = 12;
    private static final int LONGEST_NOTE = 500;

    @Id
    private UUID id;
    private String slug;
    private UUID categoryId;
    private StaffId author;
    private StaffId owner;
    private LocalDate reviewOn;
    private LocalDate remindedOn;
    private int edition;
    private Instant createdAt;
    private Instant changedAt;
    private Instant publishedAt;
    private Instant retiredAt;
    private String leadsTo;
    @Embedded
    private PlannedEnd plannedEnd;
    @Version
    private Integer version;

    @ElementCollection
    @CollectionTable(name = "faq_article_text", joinColumns = @JoinColumn(name = "article_id"))
    @MapKeyColumn(name = "language", length = 2)
    private Map<String, ArticleText> texts = new HashMap<>();

    @ElementCollection
    @CollectionTable(name = "faq_draft", joinColumns = @JoinColumn(name = "article_id"))
    @MapKeyColumn(name = "language", length = 2)
    private Map<String, Draft> drafts = new HashMap<>();

    @ElementCollection
    @CollectionTable(name = "faq_article_product", joinColumns = @JoinColumn(name = "article_id"))
    @OrderColumn(name = "position")
    @Column(name = "handle")
    private List<String> products = new ArrayList<>();

    protected Article() {
    }

    Article(String slug, StaffId author, Instant at) {
        this.id = Ids.next();
        this.slug = Slugs.checked(slug, 120);
        this.author = author;
        this.owner = author;
        this.createdAt = at;
        this.changedAt = at;
    }

    /** Takes the form over as drafts; the same words again change nothing, and words that readers see already need no draft. @return whether something changed */
    boolean write(ArticleForm form, UUID category, StaffId by, Instant at) {
        if (form.products().size() > MOST_PRODUCTS) {
            throw new Refused("faq.refused.products", "products", Map.of("most", MOST_PRODUCTS));
        }
        var french = form.isBegunIn("fr");
        var english = form.isBegunIn("en") || !french;
        var changed = false;
        if (english) {
            changed = draft("en", ArticleText.begun("en", form.title().en(), form.summary().en(), form.body().en(), form.keywords().en()), by, at);
        }
        if (french) {
            changed |= draft("fr", ArticleText.begun("fr", form.title().fr(), form.summary().fr(), form.body().fr(), form.keywords().fr()), by, at);
        } else {
            changed |= drafts.remove("fr") != null;
        }
        if (!changed && form.products().equals(products) && category.equals(categoryId)) {
            return false;
        }
        if (!form.products().equals(products)) {
            products.clear();
            products.addAll(form.products());
        }
        categoryId = category;
        author = by;
        changedAt = at;
        edition++;
        return true;
    }

    private boolean draft(String language, ArticleText text, StaffId by, Instant at) {
        var before = drafts.get(language);
        if (text.equals(before == null ? texts.get(language) : before.text())) {
            return false;
        }
        if (text.equals(texts.get(language))) {
            drafts.remove(language);
        } else {
            drafts.put(language, Draft.of(text, before, by, at));
        }
        return true;
    }

    /** Has somebody else read it. @param reviewer null for whoever comes first */
    void askReview(String language, StaffId reviewer, String note, StaffId by, Instant at) {
        var draft = draft(language);
        draft.text().complete(language);
        if (by.equals(reviewer)) {
            throw new Refused("faq.refused.own-review", "reviewer", Map.of());
        }
        drafts.put(language, draft.asked(reviewer, note(note, language), by, at));
    }

    /** Back to those who write, with what is to be mended; also what was approved for later. */
    void sendBack(String language, String note, StaffId by) {
        drafts.put(language, draft(language).sentBack(note(note, language), by));
    }

    /**
     * Says that it may be read by everybody.
     *
     * @param alone   whether nobody else could have read it
     * @param moment  when it appears; null or past for now
     * @return the text that readers see from now on; empty where it appears later
     */
    Optional<ArticleText> approve(String language, boolean alone, Instant moment, StaffId by, Instant at) {
        var draft = draft(language);
        draft.text().complete(language);
        if (draft.isOnlyBy(by) && !alone) {
            throw new Refused("faq.refused.own-words", "do", Map.of());
        }
        if (!"en".equals(language) && !texts.containsKey("en") && (drafts.get("en") == null || drafts.get("en").where() != DraftState.SCHEDULED || moment == null)) {
            throw new Refused("faq.refused.english-first", "do", Map.of());
        }
        if (moment != null && moment.isAfter(at)) {
            drafts.put(language, draft.approvedFor(moment, by));
            return Optional.empty();
        }
        return Optional.of(show(language, draft.text(), at));
    }

    /** The languages whose hour has come, English first. */
    List<String> due(Instant at) {
        return LANGUAGES.stream().filter(language -> drafts.containsKey(language) && drafts.get(language).where() == DraftState.SCHEDULED
                && !drafts.get(language).publishAt().isAfter(at)).toList();
    }

    ArticleText appear(String language, Instant at) {
        return show(language, draft(language).text(), at);
    }

    /** Shows words again that were approved before; what is being written beside them stays. */
    void putBack(String language, ArticleText text, Instant at) {
        if (!texts.containsKey(language)) {
            throw new Refused("faq.refused.not-shown", "do", Map.of());
        }
        texts.put(language, text);
        changedAt = at;
        edition++;
    }

    private ArticleText show(String language, ArticleText text, Instant at) {
        texts.put(language, text);
        drafts.remove(language);
        retiredAt = null;
        leadsTo = null;
        changedAt = at;
        if (publishedAt == null) {
            publishedAt = at;
        }
        return text;
    }

    private Draft draft(String language) {
        var draft = drafts.get(language);
        if (draft == null) {
            throw new Refused("faq.refused.no-draft", "do", Map.of());
        }
        return draft;
    }

    private static String note(String typed, String language) {
        var note = typed == null ? "" : typed.strip();
        if (note.length() > LONGEST_NOTE) {
            throw new Refused("faq.refused.too-long", "note-" + language, Map.of("most", LONGEST_NOTE, "is", note.length()));
        }
        return note.isEmpty() ? null : note;
    }

    /** Nobody finds it any more. @param to the article that readers are led to instead, or null @return whether it was shown */
    boolean retire(String to, Instant at) {
        if (publishedAt == null) {
            return false;
        }
        publishedAt = null;
        plannedEnd = null;
        retiredAt = at;
        leadsTo = to;
        return true;
    }

    /** Shows a retired article again as it was. @return whether it was retired */
    boolean restore(Instant at) {
        if (retiredAt == null) {
            return false;
        }
        retiredAt = null;
        leadsTo = null;
        publishedAt = at;
        return true;
    }

    /** @param on when it is to be checked next; null for never */
    void lookedAfter(StaffId by, LocalDate on) {
        owner = by;
        reviewOn = on;
    }

    /** Writes down that its owner was reminded. @return false where nothing is due, or was said already */
    boolean remind(LocalDate today) {
        if (publishedAt == null || reviewOn == null || reviewOn.isAfter(today) || remindedOn != null && !remindedOn.isBefore(reviewOn)) {
            return false;
        }
        remindedOn = today;
        return true;
    }

    void plan(PlannedEnd end) {
        plannedEnd = end;
    }

    PlannedEnd plannedEnd() {
        return plannedEnd;
    }

    boolean isPublished() {
        return publishedAt != null;
    }

    boolean isRetired() {
        return retiredAt != null;
    }

    Instant retiredAt() {
        return retiredAt;
    }

    UUID id() {
        return id;
    }

    String slug() {
        return slug;
    }

    UUID categoryId() {
        return categoryId;
    }

    StaffId author() {
        return author;
    }

    StaffId owner() {
        return owner;
    }

    LocalDate reviewOn() {
        return reviewOn;
    }

    int edition() {
        return edition;
    }

    Instant changedAt() {
        return changedAt;
    }

    Instant publishedAt() {
        return publishedAt;
    }

    String leadsTo() {
        return leadsTo;
    }

    Map<String, ArticleText> texts() {
        return texts;
    }

    Map<String, Draft> drafts() {
        return drafts;
    }

    List<String> products() {
        return List.copyOf(products);
    }

    /** As readers see it. */
    Localized text(Function<ArticleText, String> part) {
        return new Localized(part(texts.get("en"), part), part(texts.get("fr"), part));
    }

    /** As staff work on it: the draft where there is one. */
    Localized working(Function<ArticleText, String> part) {
        return new Localized(part(working("en"), part), part(working("fr"), part));
    }

    private ArticleText working(String language) {
        return drafts.containsKey(language) ? drafts.get(language).text() : texts.get(language);
    }

    private static String part(ArticleText text, Function<ArticleText, String> part) {
        return text == null ? null : part.apply(text);
    }

    /** By what staff call it: its question in whatever language there is. */
    String name() {
        var title = working(ArticleText::title);
        return title.en() == null ? title.fr() : title.en();
    }
}
