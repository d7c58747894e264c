package app.regulars.catalog;

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
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;

/** A product with its variants. A variant that is left out is retired, never deleted: orders name it. */
@Entity
@Table(name = "product")
class Product {

    private static final int LONGEST_HANDLE = 120;

    enum Status {
        DRAFT, PUBLISHED, RETIRED
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
    private String taxClass;
    private boolean popular;
    @Convert(converter = ProductContentConverter.class)
    @Column(name = "content", length = 1_000_000)
    private ProductContent content;
    @ElementCollection
    @CollectionTable(name = "product_category", joinColumns = @JoinColumn(name = "product_id"))
    @BatchSize(size = 200)
    private Set<InCategory> categories = new HashSet<>();
    @OneToMany(cascade = CascadeType.ALL)
    @JoinColumn(name = "product_id", nullable = false, updatable = false)
    @OrderBy("position")
    @BatchSize(size = 200)
    private List<Variant> variants = new ArrayList<>();
    @Version
    private Integer version;

    protected Product() {
    }

    Product(ProductForm form) {
        if (!form.handle().matches("[a-z0-9]+(-[a-z0-9]+)*") || form.handle().length() > LONGEST_HANDLE) {
            throw new Refused("catalog.handle.broken", "handle", Map.of("handle", form.handle()));
        }
        id = Ids.next();
        handle = form.handle();
        change(form);
    }

    void change(ProductForm form) {
        if (form.name() == null || form.name().en() == null || form.name().en().isBlank()) {
            throw new Refused("catalog.name.empty", "name", Map.of());
        }
        nameEn = form.name().en();
        nameFr = form.name().fr();
        status = form.publishedAt() == null ? Status.DRAFT : Status.PUBLISHED;
        publishedAt = form.publishedAt();
        taxClass = form.taxClass();
        popular = form.popular();
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
        changeVariants(form.variants());
    }

    /** For the history of deeds. */
    Map<String, Object> fields() {
        return Change.fields("nameEn", nameEn, "nameFr", nameFr, "status", status, "taxClass", taxClass, "popular", popular,
                "categories", String.join(", ", categories.stream().map(InCategory::slug).sorted().toList()),
                "variants", String.join(", ", variants.stream().map(Variant::sku).toList()), "content", content);
    }

    private void changeVariants(List<ProductForm.Variant> forms) {
        var before = new HashMap<String, Variant>();
        variants.forEach(variant -> before.put(variant.sku(), variant));
        int position = 0;
        for (var form : forms) {
            var sku = Variant.normalized(form.sku());
            var known = before.remove(sku);
            if (known == null) {
                variants.add(new Variant(sku, form, position++));
            } else {
                known.change(form, position++);
            }
        }
        before.values().forEach(Variant::retire);
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

    boolean isPublished() {
        return status == Status.PUBLISHED;
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
