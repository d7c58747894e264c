package app.regulars.catalog;

import app.regulars.customer.GroupId;
import app.regulars.platform.persistence.AfterCommit;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The plain entrance for other modules, and what public pages read: published products that the viewer may see, held in memory until
 * they change. What is answered from memory opens no transaction: that alone would be five round trips to the database. Where no viewer
 * is named, it is everybody.
 */
@Service
public class Catalog {

    private static final int MOST_PAGES = 20_000;
    /**
     * Twice as many as the larger shops have: a cache that is less than half full keeps no order of use. Keeping it, 26,000 cards shown a second write
     * all over the old part of the heap, and the collector looks at every such place (src/docs/benchmarks.md).
     */
    private static final int MOST_CARDS = 120_000;
    private static final int MOST_IN_ONE_STATEMENT = 1_000;
    private static final int MOST_SUCCESSORS = 5;

    private final ProductRepository products;
    private final CategoryTree tree;
    private final FormerAddresses former;
    private final TransactionTemplate reading;
    private final ProductReading shown;
    private final VariantPlaces places;
    private final SellableVariants sellable;
    private final AtomicLong changes = new AtomicLong();
    private final Cache<String, Known<ProductPage>> pages = Caffeine.newBuilder().maximumSize(MOST_PAGES).build();
    private final Cache<String, Known<ProductCard>> cards = Caffeine.newBuilder().maximumSize(MOST_CARDS).build();

    /** @param groups the only ones who see it; none for everybody */
    private record Known<T>(T what, Set<GroupId> groups) {
    }

    Catalog(ProductRepository products, CategoryTree tree, FormerAddresses former, ProductReading shown, VariantPlaces places, SellableVariants sellable,
            PlatformTransactionManager transactions) {
        this.products = products;
        this.tree = tree;
        this.former = former;
        this.shown = shown;
        this.places = places;
        this.sellable = sellable;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /**
     * The variants that exist, in the order asked for, whoever may see them: for what was sold already, and for the house itself; one
     * statement, whatever the number.
     */
    public Map<VariantId, SellableVariant> variants(Collection<VariantId> ids) {
        return variants(ids, null);
    }

    /** As above; what the viewer does not see is not for sale. */
    public Map<VariantId, SellableVariant> variants(Collection<VariantId> ids, Viewer viewer) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var found = sellable.of(ids.stream().map(VariantId::value).collect(Collectors.toSet()), this::sellables);
        var inOrder = new LinkedHashMap<VariantId, SellableVariant>();
        ids.forEach(id -> {
            var known = found.get(id.value());
            if (known != null) {
                inOrder.put(id, viewer == null || viewer.sees(known.groups()) ? known.variant() : known.variant().notForSale());
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

    /** A published product that everybody may see. */
    public Optional<ProductPage> product(String handle) {
        return product(handle, Viewer.EVERYONE);
    }

    /** A published product; one that this viewer may not see is none. */
    public Optional<ProductPage> product(String handle, Viewer viewer) {
        var known = pages.getIfPresent(handle);
        if (known == null) {
            var before = changes.get();
            var read = shown.of(List.of(handle)).stream().findFirst().orElse(null);
            if (read == null) {
                return Optional.empty();
            }
            known = new Known<>(read.page(tree), read.groups());
            // what changed while it was read is shown once, but not kept
            if (before == changes.get()) {
                pages.put(handle, known);
                places.learn(read);
            }
        }
        return viewer.sees(known.groups()) ? Optional.of(known.what()) : Optional.empty();
    }

    /**
     * Where those go who look for a product at an address of before: to where it stands now, to what took its place, or to its category.
     * Nothing for an address that never was, and for a product that this viewer may not see.
     *
     * @return a path, "/p/guji-dawn" or "/c/single-origin"
     */
    public Optional<String> moved(String handle, Viewer viewer) {
        return reading.execute(status -> products.findByHandle(handle).or(() -> former.product(handle).flatMap(products::findById))
                .filter(product -> viewer.sees(product.groups())).flatMap(product -> moved(product, handle, viewer)));
    }

    private Optional<String> moved(Product product, String asked, Viewer viewer) {
        var at = product;
        for (int step = 0; at.isRetired() && at.successor() != null && step < MOST_SUCCESSORS; step++) {
            var next = products.findByHandle(at.successor()).filter(found -> viewer.sees(found.groups())).orElse(null);
            if (next == null) {
                break;
            }
            at = next;
        }
        if (at.isPublished()) {
            return at.handle().equals(asked) ? Optional.empty() : Optional.of("/p/" + at.handle());
        }
        if (!product.isRetired()) {
            return Optional.empty();
        }
        var category = product.mainCategory();
        return Optional.of(category != null && tree.has(category) ? "/c/" + category : "/search");
    }

    /** As {@link #cards(Collection, Viewer)}, for everybody. */
    public List<ProductCard> cards(Collection<String> handles) {
        return cards(handles, Viewer.EVERYONE);
    }

    /** The published ones among these that the viewer may see, in the order asked for, each once. */
    public List<ProductCard> cards(Collection<String> handles, Viewer viewer) {
        return once(cardsByHandle(handles, viewer).values());
    }

    /**
     * As above, by the handle asked for, which may be one of before; those that are not in memory in one or two statements for each
     * thousand.
     */
    public Map<String, ProductCard> cardsByHandle(Collection<String> handles, Viewer viewer) {
        var known = new HashMap<>(cards.getAllPresent(handles));
        var missing = handles.stream().filter(handle -> !known.containsKey(handle)).distinct().toList();
        for (int from = 0; from < missing.size(); from += MOST_IN_ONE_STATEMENT) {
            var part = missing.subList(from, Math.min(missing.size(), from + MOST_IN_ONE_STATEMENT));
            var before = changes.get();
            var read = read(part);
            known.putAll(read);
            if (before == changes.get()) {
                cards.putAll(read);
            }
        }
        var found = LinkedHashMap.<String, ProductCard>newLinkedHashMap(known.size());
        for (var handle : handles) {
            var card = known.get(handle);
            if (card != null && (viewer == null || viewer.sees(card.groups()))) {
                found.putIfAbsent(handle, card.what());
            }
        }
        return found;
    }

    /** As above, whoever may see them: for staff. */
    public List<ProductCard> cardsForStaff(Collection<String> handles) {
        return once(cardsByHandle(handles, null).values());
    }

    /** A product that was asked for by an address of before and by that of now stands there twice. */
    private static List<ProductCard> once(Collection<ProductCard> cards) {
        var seen = new HashSet<ProductId>();
        return cards.stream().filter(card -> seen.add(card.id())).toList();
    }

    private Map<String, Known<ProductCard>> read(List<String> handles) {
        var read = new HashMap<String, Known<ProductCard>>();
        shown.of(handles).forEach(product -> put(product.handle(), product, read));
        var elsewhere = handles.size() == read.size() ? Map.<String, String>of() : former.now(handles.stream().filter(handle -> !read.containsKey(handle)).toList());
        if (!elsewhere.isEmpty()) {
            var now = new HashMap<String, ReadProduct>();
            shown.of(elsewhere.values()).forEach(product -> now.put(product.handle(), product));
            elsewhere.forEach((before, handle) -> put(before, now.get(handle), read));
        }
        return read;
    }

    private static void put(String handle, ReadProduct product, Map<String, Known<ProductCard>> into) {
        if (product != null && !product.variants().isEmpty()) {
            into.put(handle, new Known<>(product.card(), product.groups()));
        }
    }

    public List<CategoryLink> topCategories() {
        return topCategories(Viewer.EVERYONE);
    }

    /** With the number of products that this viewer sees. */
    public List<CategoryLink> topCategories(Viewer viewer) {
        return tree.top(viewer);
    }

    /** The category that a product stands in first; empty for an unknown one. */
    @Transactional(readOnly = true)
    public List<String> categoriesOf(String handle) {
        return products.findByHandle(handle).map(Product::mainCategory).stream().toList();
    }

    public Optional<CategoryPage> category(String slug) {
        return category(slug, Viewer.EVERYONE);
    }

    public Optional<CategoryPage> category(String slug, Viewer viewer) {
        return tree.page(slug, viewer);
    }

    /** Popular ones first, then by name. */
    @Transactional(readOnly = true)
    public List<ProductCard> inCategory(String slug, int page, int size, Viewer viewer) {
        return cards(products.inCategories(tree.withBelow(slug), viewer.keys(), PageRequest.of(page, size)), viewer);
    }

    /** Those of them that this viewer sees, in the order of a category. */
    @Transactional(readOnly = true)
    public List<ProductCard> inOrder(Collection<String> handles, Viewer viewer) {
        return handles.isEmpty() ? List.of() : cards(products.inOrder(handles), viewer);
    }

    @Transactional(readOnly = true)
    public List<ProductCard> popular(int most, Viewer viewer) {
        return cards(products.popular(viewer.keys(), Limit.of(most)), viewer);
    }

    @Transactional(readOnly = true)
    public List<ProductCard> newest(int most, Viewer viewer) {
        return cards(products.newest(viewer.keys(), PageRequest.of(0, most)), viewer);
    }

    /** All published handles that everybody may see, newest first, by the page: for the site map. */
    @Transactional(readOnly = true)
    public List<String> handles(int page, int size) {
        return products.newest(Viewer.EVERYONE.keys(), PageRequest.of(page, size));
    }

    public long countPublished() {
        return countPublished(Viewer.EVERYONE);
    }

    @Transactional(readOnly = true)
    public long countPublished(Viewer viewer) {
        return products.countPublished(viewer.keys());
    }

    /** True while nothing was ever entered, drafts included. */
    @Transactional(readOnly = true)
    public boolean isEmpty() {
        return products.countEverything() == 0;
    }

    /** The present handles of products, whoever may see them; one that is gone is left out. */
    @Transactional(readOnly = true)
    public Map<ProductId, String> handles(Collection<ProductId> ids) {
        return ids.isEmpty() ? Map.of() : products.handlesById(ids.stream().map(ProductId::value).toList()).stream()
                .collect(Collectors.toMap(row -> new ProductId((UUID) row[0]), row -> (String) row[1]));
    }

    /** Everything that was ever sold of a product, what is not sold any more included. */
    @Transactional(readOnly = true)
    public Set<VariantId> variantsOf(ProductId product) {
        return products.variantsOf(product.value()).stream().map(VariantId::new).collect(Collectors.toSet());
    }

    /** The products of these variants. */
    @Transactional(readOnly = true)
    public List<String> handlesOf(Collection<VariantId> variants) {
        return variants.isEmpty() ? List.of() : products.handlesOf(variants.stream().map(VariantId::value).toList());
    }

    @EventListener
    @Order(0)
    void on(ProductsChanged changed) {
        sellable.changed();
        AfterCommit.run(() -> {
            changes.incrementAndGet();
            pages.invalidateAll(changed.handles());
            // a card may be known by an address of before as well
            var these = Set.copyOf(changed.handles());
            cards.asMap().entrySet().removeIf(known -> these.contains(known.getKey()) || these.contains(known.getValue().what().handle()));
            tree.forget();
        });
    }

    ProductPage page(Product product) {
        return ReadProduct.of(product).page(tree);
    }

    private Map<UUID, SellableVariants.Known> sellables(Collection<UUID> ids) {
        return reading.execute(status -> products.variants(ids).stream()
                .collect(Collectors.toMap(Variant::id, variant -> new SellableVariants.Known(sellable(variant), Set.copyOf(variant.product().groups())))));
    }

    private static SellableVariant sellable(Variant variant) {
        var product = variant.product();
        var content = product.content();
        return new SellableVariant(new VariantId(variant.id()), new ProductId(product.id()), product.handle(), variant.sku(), product.name(),
                content.words(variant.options()), content.art(), content.backdrop(), product.taxClass(), variant.weightGrams(), variant.isBackorderable(),
                variant.quantities(), variant.leadDays(), content.inputs(), product.isPublished() && !variant.isRetired());
    }
}
