package app.regulars.demo;

import app.regulars.catalog.CatalogDesk;
import app.regulars.catalog.CollectionDesk;
import app.regulars.catalog.CompetitorDesk;
import app.regulars.catalog.Configuration;
import app.regulars.catalog.MyConfigurations;
import app.regulars.catalog.ProductCollection;
import app.regulars.catalog.ProductForm;
import app.regulars.catalog.Quantities;
import app.regulars.customer.CustomerDirectory;
import app.regulars.customer.CustomerGroups;
import app.regulars.customer.GroupDesk;
import app.regulars.inventory.Inventory;
import app.regulars.inventory.InventoryDesk;
import app.regulars.merchant.PageDesk;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;
import app.regulars.platform.shop.Shop;
import app.regulars.pricing.Prices;
import app.regulars.watching.MyWatches;
import app.regulars.watching.WatchKind;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What staff have made of the catalogue by now: products for some only, rules, relations both ways, one to come, one that went, and the places of stock. */
@Component
@Order(9)
class GoodsChapter implements DemoChapter {

    private static final double HOURS_AGO = 1 / 24.0;
    private static final String KEEPS = "priya";

    private final CatalogDesk catalog;
    private final CollectionDesk collections;
    private final CompetitorDesk competitors;
    private final InventoryDesk stock;
    private final Inventory inventory;
    private final Prices prices;
    private final GroupDesk groups;
    private final CustomerGroups known;
    private final CustomerDirectory customers;
    private final MyWatches watches;
    private final MyConfigurations configurations;
    private final PageDesk pages;
    private final DemoVariants variants;
    private final DemoLedger ledger;
    private final Shop shop;
    private final Clock clock;

    GoodsChapter(CatalogDesk catalog, CollectionDesk collections, CompetitorDesk competitors, InventoryDesk stock, Inventory inventory, Prices prices,
                 GroupDesk groups, CustomerGroups known, CustomerDirectory customers, MyWatches watches, MyConfigurations configurations, PageDesk pages,
                 DemoVariants variants, DemoLedger ledger, Shop shop, Clock clock) {
        this.catalog = catalog;
        this.collections = collections;
        this.competitors = competitors;
        this.stock = stock;
        this.inventory = inventory;
        this.prices = prices;
        this.groups = groups;
        this.known = known;
        this.customers = customers;
        this.watches = watches;
        this.configurations = configurations;
        this.pages = pages;
        this.variants = variants;
        this.ledger = ledger;
        this.shop = shop;
        this.clock = clock;
    }

    @Override
    public void tell(Story story, Timeline timeline) {
        var goods = DemoFiles.goods();
        timeline.add(story.daysAgo(goods.retired().days()), "goods:retired", () -> retired(goods.retired()));
        timeline.add(story.daysAgo(HOURS_AGO), "goods:products", () -> products(story, goods));
        timeline.add(story.daysAgo(HOURS_AGO), "goods:some", () -> some(goods));
        timeline.add(story.daysAgo(HOURS_AGO), "goods:scheduled", () -> scheduled(goods.scheduled()));
        timeline.add(story.daysAgo(HOURS_AGO), "goods:collections", () -> together(goods));
        timeline.add(story.daysAgo(HOURS_AGO), "goods:stock", () -> places(goods));
        timeline.add(story.daysAgo(HOURS_AGO), "goods:people", () -> people(goods));
        goods.pages().forEach(page -> timeline.add(story.daysAgo(HOURS_AGO), "goods:page:" + page.page(),
                () -> pages.publish(staff(), page.page(), new Localized(page.en(), page.fr()), "", 0)));
    }

    private StaffId staff() {
        return PeopleChapter.staff(ledger, KEEPS);
    }

    /** All that changes a product, each product saved once. */
    private void products(Story story, DemoGoods goods) {
        var changes = new java.util.LinkedHashMap<String, UnaryOperator<ProductForm>>();
        goods.rules().forEach(rule -> also(changes, rule.handle(), form -> form.configured(List.of(new ProductForm.Rule(rule.combination(), rule.why())), form.inputs())));
        goods.inputs().forEach(input -> also(changes, input.handle(), form -> form.configured(form.rules(), List.of(new ProductForm.Input(input.code(), input.kind(),
                input.name(), input.hint(), false, input.longest(), input.least(), input.most(), input.measure())))));
        goods.shipping().forEach(each -> also(changes, each.handle(), form -> form.shipped(new ProductForm.Shipping(each.length(), each.width(), each.height(), each.note()))));
        goods.numbers().forEach(each -> also(changes, each.handle(), form -> form.withVariants(form.variants().stream().map(variant -> new ProductForm.Variant(variant.sku(),
                variant.options(), variant.unit(), variant.weightGrams(), variant.backorderable(), new Quantities(each.least(), each.step(), each.most()),
                variant.leadDays())).toList())));
        // what is better than another is a step up from it
        story.data().products().forEach(product -> product.relations().stream().filter(relation -> relation.kind().equals("better-than"))
                .forEach(relation -> also(changes, relation.handle(), form -> {
                    var relations = new ArrayList<>(form.relations());
                    relations.add(new ProductForm.Relation("upgrade", product.handle(), relation.why()));
                    return form.withRelations(relations);
                })));
        catalog.saveAll(catalog.forms(List.copyOf(changes.keySet())).stream().map(form -> changes.get(form.handle()).apply(form)).toList());
        goods.competitors().forEach(each -> competitors.record(staff(), each.handle(), each.competitor(), new Money(each.price(), shop.currency()), each.source(),
                clock.instant().minus(Duration.ofDays(each.daysAgo())).atZone(shop.zone()).toLocalDate(), each.shown()));
    }

    private static void also(Map<String, UnaryOperator<ProductForm>> changes, String handle, UnaryOperator<ProductForm> change) {
        changes.merge(handle, change, (first, second) -> form -> second.apply(first.apply(form)));
    }

    private void some(DemoGoods goods) {
        if (known.find("cafes").isEmpty()) {
            groups.add(new GroupDesk.Form("cafes", goods.group().en(), goods.group().fr()), staff());
        }
        goods.members().forEach(key -> groups.join("cafes", customers.find(PeopleChapter.customer(ledger, key)).orElseThrow().number(), staff()));
        var cafes = known.find("cafes").orElseThrow().id();
        goods.limited().forEach(handle -> catalog.limit(staff(), handle, Set.of(cafes)));
    }

    private void scheduled(DemoGoods.Scheduled next) {
        var like = catalog.form(next.like()).orElseThrow();
        var ids = catalog.save(new ProductForm(next.handle(), like.category(), List.of(), next.name(), next.tagline(), next.description(), like.art(), like.artAlt(),
                like.backdrop(), like.gallery(), like.taxClass(), like.options(), next.variants().stream().map(variant -> new ProductForm.Variant(variant.sku(),
                        variant.options(), null, variant.grams(), false)).toList(), like.dials(), like.specs(), List.of(), null, false,
                clock.instant().plus(Duration.ofDays(next.inDays()))));
        next.variants().forEach(variant -> {
            prices.setListPrice(ids.get(variant.sku()), new Money(variant.price(), shop.currency()));
            inventory.adjust(ids.get(variant.sku()), variant.stock(), "opening");
        });
    }

    private void retired(DemoGoods.Retired gone) {
        var like = catalog.form(gone.like()).orElseThrow();
        var ids = catalog.save(new ProductForm(gone.handle(), like.category(), List.of(), gone.name(), like.tagline(), like.description(), like.art(), like.artAlt(),
                like.backdrop(), List.of(), like.taxClass(), List.of(), List.of(new ProductForm.Variant(gone.sku(), Map.of(), null, gone.grams(), false)), Map.of(),
                like.specs(), List.of(), null, false, clock.instant().minus(Duration.ofDays(gone.days()))));
        prices.setListPrice(ids.get(gone.sku()), new Money(gone.price(), shop.currency()));
        catalog.retire(staff(), gone.handle(), gone.like());
    }

    private void together(DemoGoods goods) {
        goods.collections().forEach(set -> collections.save(staff(), new ProductCollection(set.slug(), set.name(), set.text(),
                new ProductCollection.Rule(set.category(), set.option(), null, null, set.priceTo(), set.newDays(), set.inStock()), set.onHome(), set.position(), true)));
    }

    private void places(DemoGoods goods) {
        goods.places().forEach(place -> stock.saveLocation(staff(), place.code(), place.name()));
        var to = goods.places().getFirst().code();
        goods.carried().forEach(each -> stock.carry(staff(), variants.id(each.sku()), "main", to, each.pieces()));
        goods.expected().forEach(each -> stock.expect(staff(), variants.id(each.sku()), each.pieces(),
                clock.instant().plus(Duration.ofDays(each.inDays())).atZone(shop.zone()).toLocalDate()));
    }

    private void people(DemoGoods goods) {
        goods.watches().forEach(watch -> watches.add(PeopleChapter.person(ledger, watch.person()), variants.id(watch.sku()), WatchKind.valueOf(watch.kind()), Locale.CANADA_FRENCH));
        goods.configurations().forEach(made -> configurations.add(PeopleChapter.customer(ledger, made.person()), variants.id(made.sku()), new Configuration(made.values()),
                made.name()));
    }
}
