package app.regulars.catalog;

import app.regulars.customer.GroupId;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.audit.Change;
import app.regulars.platform.id.Ids;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.BatchSize;

/** A product with its variants. A variant that is left out is retired, never deleted: orders name it. */
@Entity
@Table(name = "product")
class Product {

    private static final int LONGEST_HANDLE = 120;

    enum Status {
        DRAFT, SCHEDULED, PUBLISHED, RETIRED
    }

    @Embeddable
    record InCategory(@Column(name = "category_slug") String slug, @Column(name = "main") boolean main) {
    }

    @Id
    private UUID id;
    private String handle;
    private String nameEn;
    private String nameFr;
    @Enumerated(EnumType.STRING)
    private Status status;
    private Instant publishedAt;
    private Instant retireAt;
    /** Where those are sent who look for it when it is gone; null for its category. */
    private String successor;
    /** Whether there is any group; so that reading for everybody needs not look. */
    private boolean limited;
    /** What is missing for a complete page, by {@link Completeness}; null where an earlier version wrote the product. */
    private String gaps;
    private String taxClass;
    private boolean popular;
    @Convert(converter = ProductContentConverter.class)
    @Column(name = "content", length = 1_000_000)
    private ProductContent content;
    @ElementCollection
    @CollectionTable(name = "product_category", joinColumns = @JoinColumn(name = "product_id"))
    @BatchSize(size = 200)
    private Set<InCategory> categories = new HashSet<>();
    @ElementCollection
    @CollectionTable(name = "product_audience", joinColumns = @JoinColumn(name = "product_id"))
    @Column(name = "group_id")
    @BatchSize(size = 200)
    private Set<UUID> groups = new HashSet<>();
    @OneToMany(cascade = CascadeType.ALL)
    @JoinColumn(name = "product_id", nullable = false, updatable = false)
    @OrderBy("position")
    @BatchSize(size = 200)
    private List<Variant> variants = new ArrayList<>();
    @Version
    private Integer version;

    protected Product() {
    }

    Product(ProductForm form, Instant now) {
        id = Ids.next();
        handle = checkedHandle(form.handle());
        change(form, now);
    }

    static String checkedHandle(String handle) {
        if (handle == null || !handle.matches("[a-z0-9]+(-[a-z0-9]+)*") || handle.length() > LONGEST_HANDLE) {
            throw new Refused("catalog.handle.broken", "handle", Map.of("handle", handle == null ? "" : handle));
        }
        return handle;
    }

    void change(ProductForm form, Instant now) {
        if (form.name() == null || form.name().en() == null || form.name().en().isBlank()) {
            throw new Refused("catalog.name.empty", "name", Map.of());
        }
        nameEn = form.name().en();
        nameFr = form.name().fr();
        schedule(form.publishedAt(), form.retireAt(), now);
        taxClass = form.taxClass();
        popular = form.popular();
        var forbidden = content == null ? List.<ProductForm.Rule>of() : content.rules();
        content = ProductContent.of(form);
        var wanted = new HashSet<InCategory>();
        if (form.category() != null) {
            wanted.add(new InCategory(form.category(), true));
        }
        if (form.alsoIn() != null) {
            form.alsoIn().stream().filter(slug -> !slug.equals(form.category())).forEach(slug -> wanted.add(new InCategory(slug, false)));
        }
        if (!categories.equals(wanted)) {
            categories.clear();
            categories.addAll(wanted);
        }
        limitTo(form.groups());
        changeVariants(form.variants(), forbidden);
        gaps = String.join(" ", Completeness.of(this));
    }

    /** @param from null for a draft @param until null without an end */
    void schedule(Instant from, Instant until, Instant now) {
        if (from != null && until != null && !until.isAfter(from)) {
            throw new Refused("catalog.life.order", "retireAt", Map.of());
        }
        publishedAt = from;
        retireAt = until;
        status = from == null ? Status.DRAFT : Status.SCHEDULED;
        settle(now);
    }

    /** Takes the step that is due. @return whether there was one */
    boolean settle(Instant now) {
        var before = status;
        if (status == Status.SCHEDULED && !publishedAt.isAfter(now)) {
            status = Status.PUBLISHED;
        }
        if (status == Status.PUBLISHED && retireAt != null && !retireAt.isAfter(now)) {
            status = Status.RETIRED;
        }
        return status != before;
    }

    /** @param inItsPlace the handle of what takes its place; null for its category */
    void retire(String inItsPlace, Instant now) {
        if (publishedAt == null || publishedAt.isAfter(now)) {
            throw new Refused("catalog.life.never", Map.of());
        }
        status = Status.RETIRED;
        retireAt = now;
        successor = inItsPlace;
    }

    void succeededBy(String inItsPlace) {
        successor = inItsPlace;
    }

    void rename(String other) {
        handle = checkedHandle(other);
    }

    void limitTo(Collection<GroupId> only) {
        var wanted = only.stream().map(GroupId::value).collect(Collectors.toSet());
        if (!groups.equals(wanted)) {
            groups.clear();
            groups.addAll(wanted);
        }
        limited = !groups.isEmpty();
    }

    /** As staff would describe it anew. */
    ProductForm form() {
        return new ProductForm(handle, mainCategory(), categories.stream().filter(in -> !in.main()).map(InCategory::slug).sorted().toList(), name(),
                content.tagline(), content.description(), content.art(), content.artAlt(), content.backdrop(), content.gallery(), taxClass, content.options(),
                variants().stream().map(Variant::form).toList(), content.dials(), content.specs(), content.relations(), content.keywords(), popular, publishedAt,
                content.rules(), content.inputs(), content.shipping(), groups(), retireAt);
    }

    /** For the history of deeds. */
    Map<String, Object> fields() {
        return Change.fields("nameEn", nameEn, "nameFr", nameFr, "status", status, "publishedAt", publishedAt, "retireAt", retireAt, "successor", successor,
                "handle", handle, "groups", String.join(", ", groups.stream().map(UUID::toString).sorted().toList()), "taxClass", taxClass, "popular", popular,
                "categories", String.join(", ", categories.stream().map(InCategory::slug).sorted().toList()),
                "variants", String.join(", ", variants().stream().map(Variant::sku).toList()), "taglineEn", en(content.tagline()), "taglineFr", fr(content.tagline()),
                "descriptionEn", en(content.description()), "descriptionFr", fr(content.description()), "picture", content.art(), "pictureEn", en(content.artAlt()),
                "pictureFr", fr(content.artAlt()), "backdrop", content.backdrop(), "gallery", String.join(", ", content.gallery()), "keywordsEn", en(content.keywords()),
                "keywordsFr", fr(content.keywords()), "options", lines(content.options()), "specs", lines(content.specs()), "relations", lines(content.relations()),
                "rules", lines(content.rules()), "inputs", lines(content.inputs()), "shipping", content.shipping(), "dials", content.dials(),
                "articles", lines(variants().stream().map(Variant::form).toList()));
    }

    private static String en(Localized text) {
        return text == null ? null : text.en();
    }

    private static String fr(Localized text) {
        return text == null ? null : text.fr();
    }

    private static String lines(List<?> list) {
        return list.stream().map(Object::toString).collect(Collectors.joining("\n"));
    }

    /** @param forbidden the rules until now: what one of them took away, and none takes away any more, is sold again */
    private void changeVariants(List<ProductForm.Variant> forms, List<ProductForm.Rule> forbidden) {
        var before = new HashMap<String, Variant>();
        variants.forEach(variant -> before.put(variant.sku(), variant));
        int position = 0;
        for (var form : forms) {
            // what a rule forbids is not made, whoever lists it
            if (Combinations.against(content.rules(), form.options() == null ? Map.of() : form.options()).isPresent()) {
                continue;
            }
            var sku = Variant.normalized(form.sku());
            var known = before.remove(sku);
            if (known == null) {
                variants.add(new Variant(sku, form, position++));
            } else {
                known.change(form, position++);
            }
        }
        var taken = variants.stream().filter(variant -> !before.containsKey(variant.sku())).map(Variant::options).collect(Collectors.toSet());
        for (var left : before.values()) {
            if (left.isRetired() && Combinations.against(forbidden, left.options()).isPresent() && Combinations.against(content.rules(), left.options()).isEmpty()
                    && taken.add(left.options())) {
                left.change(left.form(), position++);
            } else {
                left.retire();
            }
        }
        variants.sort(Comparator.comparingInt(Variant::position));
    }

    UUID id() {
        return id;
    }

    String handle() {
        return handle;
    }

    Localized name() {
        return new Localized(nameEn, nameFr);
    }

    Status status() {
        return status;
    }

    boolean isPublished() {
        return status == Status.PUBLISHED;
    }

    boolean isRetired() {
        return status == Status.RETIRED;
    }

    String successor() {
        return successor;
    }

    Instant retireAt() {
        return retireAt;
    }

    /** The only ones who see it; none for everybody. */
    Set<GroupId> groups() {
        return groups.stream().map(GroupId::new).collect(Collectors.toUnmodifiableSet());
    }

    Instant publishedAt() {
        return publishedAt;
    }

    String taxClass() {
        return taxClass;
    }

    ProductContent content() {
        return content;
    }

    String mainCategory() {
        return categories.stream().filter(InCategory::main).map(InCategory::slug).findFirst().orElse(null);
    }

    List<String> allCategories() {
        return categories.stream().map(InCategory::slug).sorted().toList();
    }

    List<Variant> variants() {
        return variants.stream().filter(variant -> !variant.isRetired()).toList();
    }
}
