package app.regulars.importing;

import app.regulars.catalog.Catalog;
import app.regulars.catalog.CatalogDesk;
import app.regulars.catalog.CategoryForm;
import app.regulars.catalog.ProductForm;
import app.regulars.catalog.VariantId;
import app.regulars.inventory.Inventory;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.money.Money;
import app.regulars.platform.shop.Shop;
import app.regulars.pricing.Prices;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Products with their variants, list prices and stock. The rows of a handle are its variants, each known by its SKU. */
@Component
class ProductKind implements ImportKind<ProductKind.Imported> {

    private static final BigDecimal HIGHEST_PRICE = new BigDecimal("100000000");

    /** @param stock what is on hand, or null where the file does not say */
    record Offer(BigDecimal price, Integer stock) {
    }

    record Imported(ProductForm form, Map<String, Offer> offers, String categoryName) {
    }

    private final CatalogDesk desk;
    private final Catalog catalog;
    private final Prices prices;
    private final Inventory inventory;
    private final Shop shop;
    private final Clock clock;

    ProductKind(CatalogDesk desk, Catalog catalog, Prices prices, Inventory inventory, Shop shop, Clock clock) {
        this.desk = desk;
        this.catalog = catalog;
        this.prices = prices;
        this.inventory = inventory;
        this.shop = shop;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "products";
    }

    @Override
    public String keyColumn() {
        return "Handle";
    }

    @Override
    public boolean scattered() {
        return true;
    }

    @Override
    public Imported read(String key, List<Row> rows) {
        var bySku = new LinkedHashMap<String, List<Row>>();
        for (var row : rows) {
            // an exported product has further rows for further pictures only
            if (!row.text("Variant SKU").isEmpty()) {
                bySku.computeIfAbsent(row.required("Variant SKU").toUpperCase(java.util.Locale.ROOT), sku -> new ArrayList<>()).add(row);
            }
        }
        var first = rows.getFirst();
        if (bySku.isEmpty()) {
            throw new RowProblem(first.line(), "Variant SKU", "is empty");
        }
        var title = mostFrequent(rows, "Title");
        if (title == null) {
            title = bySku.keySet().iterator().next();
        }
        var options = new LinkedHashMap<String, Map<String, String>>();
        var variants = new ArrayList<ProductForm.Variant>();
        var offers = new LinkedHashMap<String, Offer>();
        bySku.forEach((sku, ofSku) -> {
            variants.add(new ProductForm.Variant(sku, chosen(ofSku.getFirst(), rows.getFirst(), options), null, grams(ofSku), false));
            offers.put(sku, new Offer(price(ofSku), stock(ofSku)));
        });
        var type = first.text("Type", 120);
        var category = type.isEmpty() ? null : Expression.slug(type);
        var body = first.text("Body (HTML)").replaceAll("(?i)<br ?/?>|</p>", "\n\n").replaceAll("<[^>]*>", "").strip();
        var image = first.text("Image Src", 500);
        var form = new ProductForm(key, category, List.of(), Localized.of(title.length() > 200 ? title.substring(0, 200) : title), Localized.of(""),
                Localized.of(body), image.startsWith("/") ? image : null, Localized.of(first.text("Image Alt Text")), "mist", List.of(), "standard",
                options.entrySet().stream().map(option -> new ProductForm.Option(option.getKey(), Localized.of(label(first, option.getKey())),
                        option.getValue().entrySet().stream().map(value -> new ProductForm.Value(value.getKey(), Localized.of(value.getValue()))).toList()))
                        .toList(),
                variants, Map.of(), List.of(), List.of(), Localized.of(first.text("Tags").replace(',', ' ')), false,
                first.yes("Published", true) ? clock.instant() : null);
        return new Imported(form, offers, type);
    }

    @Override
    public void save(Map<String, Imported> records) {
        var categories = new HashSet<String>();
        records.values().forEach(record -> saveCategory(record, categories));
        var variants = desk.saveAll(records.values().stream().map(Imported::form).toList());
        var listed = new HashMap<VariantId, Money>();
        var stocked = new HashMap<VariantId, Integer>();
        records.values().forEach(record -> record.offers().forEach((sku, offer) -> {
            var variant = variants.get(sku);
            if (offer.price() != null) {
                listed.put(variant, Money.of(offer.price(), shop.currency()));
            }
            if (offer.stock() != null) {
                stocked.put(variant, offer.stock());
            }
        }));
        prices.setListPrices(listed);
        inventory.count(stocked, "import");
    }

    private void saveCategory(Imported record, Set<String> done) {
        var slug = record.form().category();
        if (slug != null && done.add(slug) && catalog.category(slug).isEmpty()) {
            desk.saveCategory(new CategoryForm(slug, null, "mist", 100, Localized.of(record.categoryName()), Localized.of("")));
        }
    }

    private static String mostFrequent(List<Row> rows, String column) {
        var counts = new LinkedHashMap<String, Integer>();
        rows.forEach(row -> {
            if (!row.text(column).isEmpty()) {
                counts.merge(row.text(column), 1, Integer::sum);
            }
        });
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(null);
    }

    /** The latest price above zero: files of orders hold gifts and corrections at zero. */
    private static BigDecimal price(List<Row> rows) {
        BigDecimal price = null;
        for (var row : rows) {
            var here = row.number("Variant Price");
            if (here != null && here.signum() > 0) {
                if (here.compareTo(HIGHEST_PRICE) > 0) {
                    throw new RowProblem(row.line(), "Variant Price", "is higher than " + HIGHEST_PRICE);
                }
                price = here;
            }
        }
        return price;
    }

    private static Integer stock(List<Row> rows) {
        return rows.getLast().whole("Variant Inventory Qty");
    }

    private static int grams(List<Row> rows) {
        var grams = rows.getLast().number("Variant Grams");
        return grams == null ? 0 : grams.intValue();
    }

    private static String label(Row first, String code) {
        for (int i = 1; i <= 3; i++) {
            var name = first.text("Option" + i + " Name");
            if (Expression.slug(name).equals(code)) {
                return name;
            }
        }
        return code;
    }

    private static Map<String, String> chosen(Row row, Row first, Map<String, Map<String, String>> options) {
        var chosen = new LinkedHashMap<String, String>();
        for (int i = 1; i <= 3; i++) {
            var name = row.text("Option" + i + " Name").isEmpty() ? first.text("Option" + i + " Name") : row.text("Option" + i + " Name");
            var value = row.text("Option" + i + " Value", 120);
            // "Title: Default Title" is how hosted shops export a product without options
            if (!name.isEmpty() && !value.isEmpty() && !(name.equals("Title") && value.equals("Default Title"))) {
                var code = Expression.slug(name);
                options.computeIfAbsent(code, c -> new LinkedHashMap<>()).putIfAbsent(Expression.slug(value), value);
                chosen.put(code, Expression.slug(value));
            }
        }
        return chosen;
    }
}
