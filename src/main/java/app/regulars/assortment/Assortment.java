package app.regulars.assortment;

import app.regulars.catalog.Catalog;
import app.regulars.catalog.CatalogDesk;
import app.regulars.catalog.CategoryForm;
import app.regulars.catalog.ProductForm;
import app.regulars.catalog.VariantId;
import app.regulars.inventory.Inventory;
import app.regulars.inventory.InventoryDesk;
import app.regulars.inventory.StockLevel;
import app.regulars.platform.Refused;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;
import app.regulars.platform.shop.Shop;
import app.regulars.pricing.ListPriceDesk;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A product and what belongs to it, read and written together; in the caller's transaction, through the doors of the modules that own the parts. */
@Component
class Assortment {

    private final CatalogDesk products;
    private final Catalog catalog;
    private final ListPriceDesk prices;
    private final InventoryDesk stock;
    private final Inventory inventory;
    private final Shop shop;

    Assortment(CatalogDesk products, Catalog catalog, ListPriceDesk prices, InventoryDesk stock, Inventory inventory, Shop shop) {
        this.products = products;
        this.catalog = catalog;
        this.prices = prices;
        this.stock = stock;
        this.inventory = inventory;
        this.shop = shop;
    }

    /** @param prices by article number @param onHand by article number; articles that were never counted are not in it */
    record Whole(ProductForm form, String status, Map<String, VariantId> ids, Map<String, BigDecimal> prices, Map<String, Integer> onHand) {

        /** By which it is known whether anything of it was changed meanwhile. */
        String token() {
            return Integer.toHexString(java.util.Objects.hash(form.toString(), status, new java.util.TreeMap<>(prices).toString()));
        }
    }

    Optional<Whole> of(String handle) {
        return all(List.of(handle)).stream().findFirst();
    }

    /** With a fixed number of statements. */
    List<Whole> all(List<String> handles) {
        var forms = products.forms(handles);
        var ids = catalog.idsBySku(forms.stream().flatMap(form -> form.variants().stream()).map(ProductForm.Variant::sku).toList());
        var listed = prices.of(ids.values());
        var levels = stock.levels(ids.values());
        var status = products.statuses(handles);
        return forms.stream().map(form -> {
            var own = new LinkedHashMap<String, VariantId>();
            var cost = new LinkedHashMap<String, BigDecimal>();
            var onHand = new LinkedHashMap<String, Integer>();
            form.variants().forEach(variant -> {
                var id = ids.get(variant.sku());
                own.put(variant.sku(), id);
                Optional.ofNullable(listed.get(id)).ifPresent(price -> cost.put(variant.sku(), price.amount()));
                Optional.ofNullable(levels.get(id)).map(StockLevel::onHand).ifPresent(pieces -> onHand.put(variant.sku(), pieces));
            });
            return new Whole(form, status.getOrDefault(form.handle(), "DRAFT"), own, cost, onHand);
        }).toList();
    }

    void saveCategory(CategoryForm category) {
        if (products.categories().stream().anyMatch(known -> known.slug().equals(category.slug()))) {
            throw new Refused("assortment.category.there", "category-en", Map.of());
        }
        products.saveCategory(category);
    }

    Map<String, VariantId> save(ProductForm form) {
        for (int i = 0; i < form.variants().size(); i++) {
            var sku = form.variants().get(i).sku();
            var there = catalog.bySku(sku).filter(variant -> !variant.handle().equals(form.handle()));
            if (there.isPresent()) {
                throw new Refused("assortment.sku.taken", "v" + i + "-sku", Map.of("handle", there.get().handle()));
            }
        }
        for (int i = 0; i < form.relations().size(); i++) {
            if (products.standing(form.relations().get(i).handle()).isEmpty()) {
                throw new Refused("catalog.life.successor", "r" + i + "-other", Map.of());
            }
        }
        var ids = products.save(form);
        var later = new HashMap<VariantId, Boolean>();
        form.variants().stream().filter(variant -> ids.containsKey(variant.sku())).forEach(variant -> later.put(ids.get(variant.sku()), variant.backorderable()));
        inventory.allowBackorder(later);
        return ids;
    }

    /** As {@link #save}, for many whose numbers and relations were looked at already. */
    Map<String, VariantId> saveAll(List<ProductForm> forms) {
        var ids = products.saveAll(forms);
        var later = new HashMap<VariantId, Boolean>();
        forms.forEach(form -> form.variants().stream().filter(variant -> ids.containsKey(variant.sku())).forEach(variant -> later.put(ids.get(variant.sku()), variant.backorderable())));
        inventory.allowBackorder(later);
        return ids;
    }

    /** The product that has this article number, or had it. */
    Optional<String> holder(String sku) {
        return catalog.bySku(sku).map(variant -> variant.handle());
    }

    boolean isThere(String handle) {
        return products.standing(handle).isPresent();
    }

    void price(StaffId by, Map<String, BigDecimal> wanted, Map<String, VariantId> ids) {
        var money = new LinkedHashMap<VariantId, Money>();
        var numbers = new HashMap<VariantId, String>();
        wanted.forEach((sku, amount) -> Optional.ofNullable(ids.get(sku)).ifPresent(id -> {
            money.put(id, new Money(amount, shop.currency()));
            numbers.put(id, sku);
        }));
        if (!money.isEmpty()) {
            prices.set(by, money, numbers);
        }
    }

    /** @param before what was on hand */
    void count(StaffId by, Map<String, Integer> wanted, Map<String, Integer> before, Map<String, VariantId> ids, String reason) {
        wanted.forEach((sku, pieces) -> {
            var difference = pieces - before.getOrDefault(sku, 0);
            if (difference != 0 && ids.containsKey(sku)) {
                stock.adjust(by, ids.get(sku), difference, reason);
            }
        });
    }

    Map<String, VariantId> ids(Collection<String> numbers) {
        return catalog.idsBySku(numbers);
    }
}
