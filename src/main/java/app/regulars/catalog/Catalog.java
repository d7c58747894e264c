package app.regulars.catalog;

import app.regulars.platform.persistence.AfterCommit;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The plain entrance for other modules, and what public pages read: published products only, held in memory until they change. What is
 * answered from memory opens no transaction: that alone would be five round trips to the database.
 */
@Service
public class Catalog {

    private static final int MOST_PAGES = 5_000;
    private static final int MOST_CARDS = 50_000;
    private static final int MOST_IN_ONE_STATEMENT = 1_000;

    private final ProductRepository products;
    private final CategoryTree tree;
    private final TransactionTemplate reading;
    private final Cache<String, ProductPage> pages = Caffeine.newBuilder().maximumSize(MOST_PAGES).build();
    private final Cache<String, ProductCard> cards = Caffeine.newBuilder().maximumSize(MOST_CARDS).build();

    Catalog(ProductRepository products, CategoryTree tree, PlatformTransactionManager transactions) {
        this.products = products;
        this.tree = tree;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** The variants that exist, in the order asked for; one statement, whatever the number. */
    @Transactional(readOnly = true)
    public Map<VariantId, SellableVariant> variants(Collection<VariantId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var found = new HashMap<UUID, Variant>();
        products.variants(ids.stream().map(VariantId::value).distinct().toList()).forEach(variant -> found.put(variant.id(), variant));
        var inOrder = new LinkedHashMap<VariantId, SellableVariant>();
        ids.forEach(id -> {
            if (found.containsKey(id.value())) {
                inOrder.put(id, sellable(found.get(id.value())));
            }
        });
        return inOrder;
    }

    /** @param sku any case */
    @Transactional(readOnly = true)
    public Optional<SellableVariant> bySku(String sku) {
        return products.variantBySku(Variant.normalized(sku)).map(Catalog::sellable);
    }

    /** The ids of many article numbers (any case); unknown ones are left out. */
    @Transactional(readOnly = true)
    public Map<String, VariantId> idsBySku(Collection<String> skus) {
        var wanted = skus.stream().map(Variant::normalized).distinct().toList();
        var ids = new HashMap<String, VariantId>();
        for (int from = 0; from < wanted.size(); from += MOST_IN_ONE_STATEMENT) {
            products.idsBySku(wanted.subList(from, Math.min(wanted.size(), from + MOST_IN_ONE_STATEMENT)))
                    .forEach(row -> ids.put((String) row[0], new VariantId((UUID) row[1])));
        }
        return ids;
    }

    /** A published product. */
    public Optional<ProductPage> product(String handle) {
        var known = pages.getIfPresent(handle);
        if (known != null) {
            return Optional.of(known);
        }
        var page = reading.execute(status -> products.findByHandle(handle).filter(Product::isPublished).map(this::page));
        page.ifPresent(found -> pages.put(handle, found));
        return page;
    }

    /** The published ones among these, in the order asked for; those that are not in memory in one or two statements for each thousand. */
    public List<ProductCard> cards(Collection<String> handles) {
        var known = new HashMap<String, ProductCard>(cards.getAllPresent(handles));
        var missing = handles.stream().filter(handle -> !known.containsKey(handle)).distinct().toList();
        for (int from = 0; from < missing.size(); from += MOST_IN_ONE_STATEMENT) {
            var part = missing.subList(from, Math.min(missing.size(), from + MOST_IN_ONE_STATEMENT));
            reading.executeWithoutResult(status -> products.findByHandleIn(part).stream().filter(Product::isPublished)
                    .filter(product -> !product.variants().isEmpty()).forEach(product -> known.put(product.handle(), card(product))));
            part.stream().filter(known::containsKey).forEach(handle -> cards.put(handle, known.get(handle)));
        }
        var found = new ArrayList<ProductCard>(known.size());
        for (var handle : new LinkedHashSet<>(handles)) {
            var card = known.get(handle);
            if (card != null) {
                found.add(card);
            }
        }
        return found;
    }

    public List<CategoryLink> topCategories() {
        return tree.top();
    }

    public Optional<CategoryPage> category(String slug) {
        return tree.page(slug);
    }

    /** Popular ones first, then by name. */
    @Transactional(readOnly = true)
    public List<ProductCard> inCategory(String slug, int page, int size) {
        return cards(products.inCategories(tree.withBelow(slug), PageRequest.of(page, size)));
    }

    @Transactional(readOnly = true)
    public List<ProductCard> popular(int most) {
        return cards(products.popular(Limit.of(most)));
    }

    @Transactional(readOnly = true)
    public List<ProductCard> newest(int most) {
        return cards(products.newest(PageRequest.of(0, most)));
    }

    /** All published handles, newest first, by the page: for the site map. */
    @Transactional(readOnly = true)
    public List<String> handles(int page, int size) {
        return products.newest(PageRequest.of(page, size));
    }

    @Transactional(readOnly = true)
    public long countPublished() {
        return products.countPublished();
    }

    /** True while nothing was ever entered, drafts included. */
    @Transactional(readOnly = true)
    public boolean isEmpty() {
        return products.countEverything() == 0;
    }

    /** The products of these variants. */
    @Transactional(readOnly = true)
    public List<String> handlesOf(Collection<VariantId> variants) {
        return variants.isEmpty() ? List.of() : products.handlesOf(variants.stream().map(VariantId::value).toList());
    }

    @EventListener
    void on(ProductsChanged changed) {
        AfterCommit.run(() -> {
            pages.invalidateAll(changed.handles());
            cards.invalidateAll(changed.handles());
            tree.forget();
        });
    }

    ProductPage page(Product product) {
        var content = product.content();
        var variants = product.variants().stream().map(variant -> new ProductPage.Variant(new VariantId(variant.id()), variant.sku(), variant.options(),
                content.words(variant.options()), variant.unit(), variant.weightGrams(), variant.isBackorderable())).toList();
        return new ProductPage(new ProductId(product.id()), product.handle(), product.isPublished(), tree.path(product.mainCategory()), product.name(),
                content.tagline(), content.description(), content.art(), content.artAlt(), content.backdrop(), content.gallery(), product.taxClass(),
                content.options(), variants, content.dials(), content.specs(), content.relations(), product.publishedAt());
    }

    private static ProductCard card(Product product) {
        var content = product.content();
        var first = product.variants().getFirst();
        return new ProductCard(new ProductId(product.id()), product.handle(), product.name(), content.tagline(), content.art(), content.artAlt(),
                content.backdrop(), new VariantId(first.id()), product.variants().size() == 1, content.words(first.options()), first.unit(),
                first.isBackorderable(), product.variants().stream().map(variant -> new ProductCard.Choice(new VariantId(variant.id()),
                        content.words(variant.options()), variant.unit(), variant.isBackorderable())).toList());
    }

    private static SellableVariant sellable(Variant variant) {
        var product = variant.product();
        var content = product.content();
        return new SellableVariant(new VariantId(variant.id()), new ProductId(product.id()), product.handle(), variant.sku(), product.name(),
                content.words(variant.options()), content.art(), content.backdrop(), product.taxClass(), variant.weightGrams(),
                variant.isBackorderable(), product.isPublished() && !variant.isRetired());
    }
}
