package app.regulars.catalog;

import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door: what stands in the shop. */
@Service
@RolesAllowed(Permissions.CATALOG_SEE)
public class CatalogDesk {

    private final ProductRepository products;
    private final CategoryRepository categories;
    private final CategoryTree tree;
    private final ProductSearch search;
    private final Catalog catalog;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;
    private final CurrentUser user;
    private final Clock clock;

    CatalogDesk(ProductRepository products, CategoryRepository categories, CategoryTree tree, ProductSearch search, Catalog catalog,
                ApplicationEventPublisher events, AuditTrail audit, CurrentUser user, Clock clock) {
        this.products = products;
        this.categories = categories;
        this.tree = tree;
        this.search = search;
        this.catalog = catalog;
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
        products.findByHandleIn(forms.stream().map(ProductForm::handle).toList()).forEach(product -> known.put(product.handle(), product));
        var changed = new ArrayList<Product>();
        var by = user.staff().orElse(null);
        var deeds = new ArrayList<AuditTrail.Deed>();
        for (var form : forms) {
            var product = known.get(form.handle());
            var before = product == null ? null : product.fields();
            if (product == null) {
                product = new Product(form);
                known.put(form.handle(), product);
            } else {
                product.change(form);
            }
            changed.add(product);
            deeds.add(new AuditTrail.Deed(by, before == null ? "product.added" : "product.changed", "product", product.id(),
                    Change.of(form.handle()).from(before).to(product.fields())));
        }
        products.saveAll(changed);
        audit.changedAll(deeds);
        search.update(changed);
        events.publishEvent(new ProductsChanged(forms.stream().map(ProductForm::handle).toList(), clock.instant()));
        var variants = new HashMap<String, VariantId>();
        changed.forEach(product -> product.variants().forEach(variant -> variants.put(variant.sku(), new VariantId(variant.id()))));
        return variants;
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
