package app.regulars.assortment;

import app.regulars.assortment.Assortment.Whole;
import app.regulars.catalog.CatalogDesk;
import app.regulars.catalog.CategoryForm;
import app.regulars.catalog.ProductForm;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.shop.Shop;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door to a product as a whole: texts, articles, prices, stock and a new category are saved together or not at all. */
@Service
@RolesAllowed(Permissions.CATALOG_SEE)
public class AssortmentDesk {

    private static final int MOST_DEEDS = 200;

    private final Assortment assortment;
    private final CatalogDesk products;
    private final AuditTrail audit;
    private final CurrentUser user;
    private final Shop shop;
    private final Clock clock;

    AssortmentDesk(Assortment assortment, CatalogDesk products, AuditTrail audit, CurrentUser user, Shop shop, Clock clock) {
        this.assortment = assortment;
        this.products = products;
        this.audit = audit;
        this.user = user;
        this.shop = shop;
        this.clock = clock;
    }

    /** @param fields of the form @param token to be given back when it is saved: so that nobody's change is lost */
    public record Sheet(ProductForm form, String status, Map<String, String> fields, String token) {
    }

    /** @param handle of what was saved; null where nothing was @param problems by field, empty where all is well */
    public record Saved(String handle, Map<String, Refused> problems) {
    }

    @Transactional(readOnly = true)
    public Optional<Sheet> sheet(String handle) {
        return assortment.of(handle).map(whole -> new Sheet(whole.form(), whole.status(),
                ProductFields.of(whole.form(), whole.status(), whole.prices(), whole.onHand(), shop.zone()), whole.token()));
    }

    /** Every change of the product, its prices and its stock, newest first. */
    @Transactional(readOnly = true)
    public List<AuditTrail.Done> history(String handle) {
        var subjects = new java.util.ArrayList<java.util.UUID>();
        products.standing(handle).ifPresent(standing -> subjects.add(standing.id().value()));
        assortment.of(handle).ifPresent(whole -> whole.ids().values().forEach(id -> subjects.add(id.value())));
        return audit.deeds(subjects, MOST_DEEDS);
    }

    @Transactional(readOnly = true)
    public List<CategoryForm> categories() {
        return products.categories();
    }

    /**
     * Saves what was typed. Prices and stock need their own permissions; without them those fields are passed over.
     *
     * @param handle of the product that is changed; null for a new one
     * @param token  as the sheet had it when it was opened
     * @throws Refused for what only shows when all of it is looked at together, beside its field
     */
    @RolesAllowed(Permissions.CATALOG_CHANGE)
    @Transactional
    public Saved save(StaffId by, String handle, String token, Map<String, String> fields) {
        var before = handle == null ? null : assortment.of(handle).orElseThrow(NotFound::new);
        var read = ProductSheet.read(fields, before == null ? null : before.form(), clock.instant(), shop.zone());
        if (read.form() == null) {
            return new Saved(null, read.problems());
        }
        if (before != null && !before.token().equals(token)) {
            throw new Refused("assortment.stale");
        }
        if (before == null && products.form(read.form().handle()).isPresent()) {
            throw new Refused("assortment.handle.taken", "handle", Map.of("handle", read.form().handle()));
        }
        if (read.category() != null) {
            assortment.saveCategory(read.category());
        }
        var ids = assortment.save(read.form());
        if (user.may(Permissions.PRICES_CHANGE)) {
            assortment.price(by, changed(read.prices(), before == null ? Map.of() : before.prices()), ids);
        }
        if (user.may(Permissions.STOCK_CHANGE)) {
            assortment.count(by, moved(read.stock(), fields, before), before == null ? Map.of() : before.onHand(), ids, before == null ? "opening" : "counted");
        }
        return new Saved(read.form().handle(), Map.of());
    }

    /**
     * Adds a category, or changes one.
     *
     * @param slug of the one that is changed; null for a new one, whose address is made of its English name
     */
    @RolesAllowed(Permissions.CATALOG_CHANGE)
    @Transactional
    public Saved saveCategory(String slug, Map<String, String> fields) {
        var all = products.categories();
        if (slug != null && all.stream().noneMatch(category -> category.slug().equals(slug))) {
            throw new NotFound();
        }
        var read = CategorySheet.read(fields, slug, all);
        if (read.form() != null) {
            products.saveCategory(read.form());
        }
        return new Saved(read.form() == null ? null : read.form().slug(), read.problems());
    }

    /** Stock moves while somebody types: only what was typed anew is counted. */
    private static Map<String, Integer> moved(Map<String, Integer> typed, Map<String, String> fields, Whole before) {
        var seen = new LinkedHashMap<String, String>();
        fields.forEach((name, value) -> {
            if (name.matches("v\\d+-stock-was")) {
                seen.put(fields.getOrDefault(name.replace("-stock-was", "-sku"), "").strip().toUpperCase(java.util.Locale.ROOT), value.strip());
            }
        });
        var moved = new LinkedHashMap<String, Integer>();
        typed.forEach((sku, pieces) -> {
            if (before == null || !String.valueOf(pieces).equals(seen.get(sku))) {
                moved.put(sku, pieces);
            }
        });
        return moved;
    }

    private static Map<String, BigDecimal> changed(Map<String, BigDecimal> typed, Map<String, BigDecimal> before) {
        var changed = new LinkedHashMap<String, BigDecimal>();
        typed.forEach((sku, price) -> {
            if (before.get(sku) == null || before.get(sku).compareTo(price) != 0) {
                changed.put(sku, price);
            }
        });
        return changed;
    }
}
