package app.regulars.demo;

import app.regulars.platform.i18n.Localized;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** What the file {@code demo/goods.json} says of life, rules and relations of the products, as it stands there. Products are named by handle, variants by article number. */
record DemoGoods(List<String> members, Localized group, List<String> limited, List<Rule> rules, List<Input> inputs, List<Numbers> numbers, List<Shipping> shipping,
                 List<Competitor> competitors, List<Set> collections, Scheduled scheduled, Retired retired, List<Place> places, List<Carried> carried,
                 List<Expected> expected, List<Watch> watches, List<Made> configurations, List<Page> pages) {

    record Rule(String handle, Map<String, String> combination, Localized why) {
    }

    record Input(String handle, String code, String kind, Localized name, Localized hint, Integer longest, BigDecimal least, BigDecimal most, String measure) {
    }

    record Numbers(String handle, int least, int step, int most) {
    }

    record Shipping(String handle, int length, int width, int height, Localized note) {
    }

    record Competitor(String handle, String competitor, BigDecimal price, String source, int daysAgo, boolean shown) {
    }

    record Set(String slug, Localized name, Localized text, String category, String option, BigDecimal priceTo, Integer newDays, boolean inStock, boolean onHome,
               int position) {
    }

    /** @param like whose pictures, options and category it has */
    record Scheduled(String handle, String like, int inDays, Localized name, Localized tagline, Localized description, List<Variant> variants) {
    }

    record Variant(String sku, Map<String, String> options, BigDecimal price, int grams, int stock) {
    }

    /** @param like what took its place */
    record Retired(String handle, String like, String sku, BigDecimal price, int grams, Localized name, int days) {
    }

    record Place(String code, Localized name) {
    }

    record Carried(String sku, int pieces) {
    }

    record Expected(String sku, int pieces, int inDays) {
    }

    record Watch(String person, String sku, String kind) {
    }

    record Made(String person, String sku, String name, Map<String, String> values) {
    }

    record Page(String page, String en, String fr) {
    }
}
