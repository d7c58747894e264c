package app.regulars.faq;

import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.StaffId;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

@Entity
@Table(name = "faq_article")
class Article {

    private static final int MOST_PRODUCTS = 12;

    @Id
    private UUID id;
    private String slug;
    private UUID categoryId;
    private StaffId author;
    private int edition;
    private Instant createdAt;
    private Instant changedAt;
    private Instant publishedAt;
    @Version
    private Integer version;

    @ElementCollection
    @CollectionTable(name = "faq_article_text", joinColumns = @JoinColumn(name = "article_id"))
    @MapKeyColumn(name = "language", length = 2)
    private Map<String, ArticleText> texts = new HashMap<>();

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
        this.createdAt = at;
        this.changedAt = at;
    }

    /** Takes the form over; the same words again change nothing. @return whether something changed */
    boolean write(ArticleForm form, UUID category, StaffId by, Instant at) {
        if (form.products().size() > MOST_PRODUCTS) {
            throw new Refused("faq.refused.products", "products", Map.of("most", MOST_PRODUCTS));
        }
        var written = new HashMap<String, ArticleText>();
        written.put("en", ArticleText.of("en", form.title().en(), form.summary().en(), form.body().en(), form.keywords().en()));
        if (hasFrench(form)) {
            written.put("fr", ArticleText.of("fr", form.title().fr(), form.summary().fr(), form.body().fr(), form.keywords().fr()));
        }
        if (written.equals(texts) && form.products().equals(products) && category.equals(categoryId)) {
            return false;
        }
        texts.keySet().retainAll(written.keySet());
        texts.putAll(written);
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

    private static boolean hasFrench(ArticleForm form) {
        return notBlank(form.title().fr()) || notBlank(form.summary().fr()) || notBlank(form.body().fr());
    }

    private static boolean notBlank(String text) {
        return text != null && !text.isBlank();
    }

    /** @return whether it was a draft before */
    boolean publish(Instant at) {
        if (publishedAt != null) {
            return false;
        }
        publishedAt = at;
        return true;
    }

    boolean takeBack() {
        var was = publishedAt != null;
        publishedAt = null;
        return was;
    }

    boolean isPublished() {
        return publishedAt != null;
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

    int edition() {
        return edition;
    }

    Instant changedAt() {
        return changedAt;
    }

    Instant publishedAt() {
        return publishedAt;
    }

    Map<String, ArticleText> texts() {
        return texts;
    }

    List<String> products() {
        return List.copyOf(products);
    }

    Localized title() {
        return text(ArticleText::title);
    }

    Localized text(Function<ArticleText, String> part) {
        var french = texts.get("fr");
        return new Localized(part.apply(texts.get("en")), french == null ? null : part.apply(french));
    }
}
