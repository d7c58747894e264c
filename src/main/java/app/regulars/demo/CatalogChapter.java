package app.regulars.demo;

import app.regulars.catalog.CatalogDesk;
import app.regulars.catalog.CategoryForm;
import app.regulars.catalog.ProductForm;
import app.regulars.catalog.VariantId;
import app.regulars.inventory.Inventory;
import app.regulars.platform.money.Money;
import app.regulars.platform.shop.Shop;
import app.regulars.pricing.Prices;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What is sold, since when and at what price; and what came in, so that after a year of orders exactly the stock of the files is
 * left.
 */
@Component
@Order(3)
class CatalogChapter implements DemoChapter {

    private static final double FURNISHED_DAYS_AGO = 1_000;
    private static final int FAVOURITES = 8;

    private final CatalogDesk catalog;
    private final Prices prices;
    private final Inventory inventory;
    private final DemoVariants variants;
    private final Shop shop;
    private final Clock clock;

    CatalogChapter(CatalogDesk catalog, Prices prices, Inventory inventory, DemoVariants variants, Shop shop, Clock clock) {
        this.catalog = catalog;
        this.prices = prices;
        this.inventory = inventory;
        this.variants = variants;
        this.shop = shop;
        this.clock = clock;
    }

    @Override
    public void tell(Story story, Timeline timeline) {
        timeline.add(story.daysAgo(FURNISHED_DAYS_AGO), "categories", () -> story.data().categories().forEach(category -> catalog.saveCategory(
                new CategoryForm(category.slug(), category.parent(), category.backdrop(), category.position(), category.name(), category.description()))));
        var favourites = favourites(story);
        var demand = OrderHistory.demandByQuarter(story.data(), story.orders(), story.now());
        for (var product : story.data().products()) {
            timeline.add(story.daysAgo(product.publishedDaysAgo()), "product:" + product.handle(),
                    () -> publish(story, product, favourites.contains(product.handle()), demand));
        }
        for (int quarter = 0; quarter < demand.size(); quarter++) {
            var wanted = demand.get(quarter);
            var begin = begin(story, quarter);
            timeline.add(begin, "delivery:" + quarter, () -> deliver(story, wanted, begin));
        }
    }

    private void publish(Story story, DemoData.Product product, boolean favourite, List<Map<String, Integer>> demand) {
        var ids = catalog.save(form(product, favourite, clock.instant()));
        prices.setListPrices(product.variants().stream().collect(Collectors.toMap(variant -> ids.get(variant.sku()),
                variant -> Money.of(variant.price(), shop.currency()))));
        inventory.allowBackorder(product.variants().stream().collect(Collectors.toMap(variant -> ids.get(variant.sku()), DemoData.Variant::backorderable)));
        var stock = new HashMap<VariantId, Integer>();
        for (var variant : product.variants()) {
            var pieces = variant.stock();
            for (int quarter = 0; quarter < demand.size(); quarter++) {
                if (begin(story, quarter).isBefore(clock.instant())) {
                    pieces += demand.get(quarter).getOrDefault(variant.sku(), 0);
                }
            }
            stock.put(ids.get(variant.sku()), pieces);
        }
        inventory.adjustAll(stock, "opening");
    }

    /** Brings what will be wanted of the products that are there already; a later product brings its own. */
    private void deliver(Story story, Map<String, Integer> wanted, Instant begin) {
        var there = story.data().products().stream().filter(product -> !story.daysAgo(product.publishedDaysAgo()).isAfter(begin))
                .flatMap(product -> product.variants().stream()).map(DemoData.Variant::sku).collect(Collectors.toSet());
        inventory.adjustAll(wanted.entrySet().stream().filter(entry -> there.contains(entry.getKey()))
                .collect(Collectors.toMap(entry -> variants.id(entry.getKey()), Map.Entry::getValue)), "delivery");
    }

    private static Instant begin(Story story, int quarter) {
        return story.daysAgo(quarter == 0 ? 380 : OrderHistory.QUARTER_DAYS * (4 - quarter));
    }

    /** What most orders hold. */
    private static Set<String> favourites(Story story) {
        var orders = new HashMap<String, Integer>();
        story.orders().forEach(order -> order.lines().stream().map(DemoData.Line::handle).distinct().forEach(handle -> orders.merge(handle, 1, Integer::sum)));
        return orders.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(FAVOURITES).map(Map.Entry::getKey).collect(Collectors.toCollection(HashSet::new));
    }

    private static ProductForm form(DemoData.Product product, boolean favourite, Instant published) {
        return new ProductForm(product.handle(), product.category(), product.alsoIn(), product.name(), product.tagline(), product.description(),
                art(product.art()), product.artAlt(), product.backdrop(), product.gallery().stream().map(CatalogChapter::art).toList(), product.taxClass(),
                product.options().stream().map(option -> new ProductForm.Option(option.code(), option.name(),
                        option.values().stream().map(value -> new ProductForm.Value(value.code(), value.name())).toList())).toList(),
                product.variants().stream().map(variant -> new ProductForm.Variant(variant.sku(), variant.options(), unit(variant.unit()),
                        variant.weightGrams(), variant.backorderable())).toList(),
                product.dials() == null ? Map.of() : product.dials(),
                product.specs().stream().map(spec -> new ProductForm.Spec(spec.name(), spec.value())).toList(),
                product.relations().stream().map(relation -> new ProductForm.Relation(relation.kind(), relation.handle(), relation.why())).toList(),
                product.keywords(), favourite, published);
    }

    private static ProductForm.Unit unit(DemoData.Unit unit) {
        return unit == null ? null : new ProductForm.Unit(unit.quantity(), unit.measure(), unit.per());
    }

    private static String art(String name) {
        return "/art/" + name + ".svg";
    }
}
