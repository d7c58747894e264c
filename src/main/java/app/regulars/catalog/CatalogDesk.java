package app.regulars.catalog;

import app.regulars.customer.GroupId;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door: what stands in the shop. */
@Service
@RolesAllowed(Permissions.CATALOG_SEE)
public class CatalogDesk {

    private static final int MOST_AT_ONCE = 500;

    private final ProductRepository products;
    private final CategoryRepository categories;
    private final CategoryTree tree;
    private final ProductSearch search;
    private final Catalog catalog;
    private final FormerAddresses former;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;
    private final CurrentUser user;
    private final Clock clock;

    CatalogDesk(ProductRepository products, CategoryRepository categories, CategoryTree tree, ProductSearch search, Catalog catalog, FormerAddresses former,
                ApplicationEventPublisher events, AuditTrail audit, CurrentUser user, Clock clock) {
        this.products = products;
        this.categories = categories;
        this.tree = tree;
        this.search = search;
        this.catalog = catalog;
        this.former = former;
        this.events = events;
        this.audit = audit;
        this.user = user;
        this.clock = clock;
    }

    /** Adds a category, or changes the one of that slug. */
    @RolesAllowed(Permissions.CATALOG_CHANGE)
    @Transactional
    public void saveCategory(CategoryForm form) {
        var known = categories.findBySlug(form.slug());
        var before = known.map(Category::fields).orElse(null);
        var category = known.orElseGet(() -> categories.save(new Category(form)));
        category.change(form);
        audit.changed(user.staff().orElse(null), "category.saved", "category", category.id(), Change.of(form.slug()).from(before).to(category.fields()));
        tree.forget();
        events.publishEvent(new ProductsChanged(List.of(), clock.instant()));
    }

    /** All of them, each below the one it stands in. */
    @Transactional(readOnly = true)
    public List<CategoryForm> categories() {
        var all = categories.findAllByOrderByPositionAscSlugAsc();
        var ordered = new ArrayList<CategoryForm>();
        under(null, all, ordered, 0);
        all.stream().map(Category::form).filter(form -> !ordered.contains(form)).forEach(ordered::add);
        return ordered;
    }

    private static void under(String parent, List<Category> all, List<CategoryForm> into, int depth) {
        all.stream().filter(category -> java.util.Objects.equals(category.parent(), parent) && depth < 10).forEach(category -> {
            into.add(category.form());
            under(category.slug(), all, into, depth + 1);
        });
    }

    /** Adds a product, or changes the one of that handle. Answers the variants by article number. */
    @RolesAllowed(Permissions.CATALOG_CHANGE)
    @Transactional
    public Map<String, VariantId> save(ProductForm form) {
        return saveAll(List.of(form));
    }

    /** As {@link #save}, for many: a fixed number of reading statements. */
    @RolesAllowed(Permissions.CATALOG_CHANGE)
    @Transactional
    public Map<String, VariantId> saveAll(List<ProductForm> forms) {
        var known = new HashMap<String, Product>();
        var handles = forms.stream().map(ProductForm::handle).toList();
        products.findByHandleIn(handles).forEach(product -> known.put(product.handle(), product));
        var taken = former.now(handles.stream().filter(handle -> handle != null && !known.containsKey(handle)).toList());
        var now = clock.instant();
        var changed = new ArrayList<Product>();
        var by = user.staff().orElse(null);
        var deeds = new ArrayList<AuditTrail.Deed>();
        for (var form : forms) {
            var product = known.get(form.handle());
            var before = product == null ? null : product.fields();
            if (product == null) {
                if (taken.containsKey(form.handle())) {
                    throw new Refused("catalog.handle.former", "handle", Map.of("handle", form.handle(), "now", taken.get(form.handle())));
                }
                product = new Product(form, now);
                known.put(form.handle(), product);
            } else {
                product.change(form, now);
            }
            changed.add(product);
            deeds.add(new AuditTrail.Deed(by, before == null ? "product.added" : "product.changed", "product", product.id(),
                    Change.of(form.handle()).from(before).to(product.fields())));
        }
        products.saveAll(changed);
        audit.changedAll(deeds);
        search.update(changed);
        events.publishEvent(new ProductsChanged(handles, now));
        var variants = new HashMap<String, VariantId>();
        changed.forEach(product -> product.variants().forEach(variant -> variants.put(variant.sku(), new VariantId(variant.id()))));
        return variants;
    }

    /** The product as a form, to be changed and saved again. */
    @Transactional(readOnly = true)
    public Optional<ProductForm> form(String handle) {
        return products.findByHandle(handle).map(Product::form);
    }

    /** As above, for many (a page of a list, an export) with a fixed number of statements; in the order of the handles. */
    @Transactional(readOnly = true)
    public List<ProductForm> forms(List<String> handles) {
        var found = new HashMap<String, Product>();
        products.findByHandleIn(handles).forEach(product -> found.put(product.handle(), product));
        return handles.stream().filter(found::containsKey).map(handle -> found.get(handle).form()).toList();
    }

    /** The products whose pages show the picture of that address, at most 100. @param part of the address */
    @Transactional(readOnly = true)
    public List<String> showing(String part) {
        return products.showing("%" + part.replace("%", "").replace("_", "") + "%", org.springframework.data.domain.Limit.of(100));
    }

    /** DRAFT, SCHEDULED, PUBLISHED or RETIRED by handle. */
    @Transactional(readOnly = true)
    public Map<String, String> statuses(List<String> handles) {
        var found = new HashMap<String, String>();
        products.findByHandleIn(handles).forEach(product -> found.put(product.handle(), product.status().name()));
        return found;
    }

    /** Every published product with what its page lacks and its variants, by name; one statement. Of prices and stock the catalogue knows nothing. */
    @Transactional(readOnly = true)
    public List<ProductGaps> gaps() {
        var found = new LinkedHashMap<String, ProductGaps>();
        for (var row : products.completeness()) {
            var product = found.computeIfAbsent((String) row[0], handle -> new ProductGaps(handle, new Localized((String) row[1], (String) row[2]),
                    row[3] == null ? null : row[3].equals("") ? List.of() : List.of(((String) row[3]).split(" ")), new ArrayList<>()));
            if (row[4] != null) {
                product.variants().add(new VariantId((java.util.UUID) row[4]));
            }
        }
        var unknown = found.values().stream().filter(product -> product.gaps() == null).map(ProductGaps::handle).toList();
        for (int from = 0; from < unknown.size(); from += MOST_AT_ONCE) {
            products.findByHandleIn(unknown.subList(from, Math.min(unknown.size(), from + MOST_AT_ONCE)))
                    .forEach(product -> found.computeIfPresent(product.handle(), (handle, known) -> new ProductGaps(handle, known.name(), Completeness.of(product), known.variants())));
        }
        return List.copyOf(found.values());
    }

    /** How the product stands and where it stood. */
    @Transactional(readOnly = true)
    public Optional<ProductStanding> standing(String handle) {
        return products.findByHandle(handle).map(product -> new ProductStanding(new ProductId(product.id()), product.handle(), product.status().name(),
                product.publishedAt(), product.retireAt(), product.successor(), product.groups(), former.of(product.id())));
    }

    /** When the product appears and goes by itself. @param from null for a draft @param until null without an end */
    @RolesAllowed(Permissions.CATALOG_CHANGE)
    @Transactional
    public void schedule(StaffId by, String handle, Instant from, Instant until) {
        change(by, "product.scheduled", handle, product -> product.schedule(from, until, clock.instant()));
    }

    /** Takes the product out of the shop now. @param successor the handle of what takes its place, or empty for its category */
    @RolesAllowed(Permissions.CATALOG_CHANGE)
    @Transactional
    public void retire(StaffId by, String handle, String successor) {
        var next = successor == null || successor.isBlank() ? null : successor.strip();
        if (next != null && (next.equals(handle) || products.findByHandle(next).isEmpty())) {
            throw new Refused("catalog.life.successor", "successor", Map.of());
        }
        change(by, "product.retired", handle, product -> product.retire(next, clock.instant()));
    }

    /** Only members of these groups see it from now on; none for everybody. */
    @RolesAllowed(Permissions.CATALOG_CHANGE)
    @Transactional
    public void limit(StaffId by, String handle, Set<GroupId> groups) {
        change(by, "product.limited", handle, product -> product.limitTo(groups));
    }

    /** The product stands at another address from now on; whoever asks at the former one is sent there. */
    @RolesAllowed(Permissions.CATALOG_CHANGE)
    @Transactional
    public void rename(StaffId by, String handle, String to) {
        var other = Product.checkedHandle(to == null ? "" : to.strip());
        var product = products.findByHandle(handle).orElseThrow(NotFound::new);
        if (other.equals(handle)) {
            return;
        }
        var there = former.product(other);
        if (products.findByHandle(other).isPresent() || there.isPresent() && !there.get().equals(product.id())) {
            throw new Refused("catalog.handle.taken", "handle", Map.of("handle", other));
        }
        former.returned(other, product.id());
        former.left(handle, product.id(), clock.instant());
        search.forget(handle);
        change(by, "product.renamed", handle, found -> found.rename(other));
    }

    private void change(StaffId by, String action, String handle, Consumer<Product> change) {
        var product = products.findByHandle(handle).orElseThrow(NotFound::new);
        var before = product.fields();
        change.accept(product);
        products.saveAll(List.of(product));
        audit.changed(by, action, "product", product.id(), Change.of(handle).from(before).to(product.fields()));
        search.update(List.of(product));
        events.publishEvent(new ProductsChanged(List.of(handle, product.handle()), clock.instant()));
    }

    /** @param search part of a name, handle or article number; empty for all */
    @Transactional(readOnly = true)
    public List<ProductRow> list(String search, int page, int size) {
        return products.rows(pattern(search), PageRequest.of(page, size));
    }

    /** A product whatever its status. */
    @Transactional(readOnly = true)
    public Optional<ProductPage> product(String handle) {
        return products.findByHandle(handle).map(catalog::page);
    }

    @Transactional(readOnly = true)
    public long count(String search) {
        return products.countRows(pattern(search));
    }

    private static String pattern(String search) {
        return "%" + (search == null ? "" : search.strip().toLowerCase(Locale.ROOT).replace("%", "").replace("_", "")) + "%";
    }
}
