package app.regulars.catalog;

import app.regulars.customer.GroupId;
import app.regulars.platform.i18n.Localized;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A product as staff, the demonstration or an import describe it. The handle is its key: the same handle again changes the product.
 *
 * @param handle      lower case letters, digits and hyphens: the product's part of its address
 * @param category    the slug of its main category, or null
 * @param alsoIn      slugs of further categories
 * @param tagline     one line of facts
 * @param description paragraphs, separated by empty lines
 * @param art         the address of its picture ("/art/bag-guji-dawn.svg"), or null
 * @param backdrop    sand, mist, clay, butter or sage
 * @param taxClass    "basic-grocery" or "standard"
 * @param dials       roast, body, acidity from 0 to 100; or empty
 * @param keywords    uses, synonyms, usual misspellings, for search only
 * @param popular     shown among the favourites on the home page
 * @param publishedAt null for a draft; a moment to come lets it appear by itself then
 * @param rules       combinations of options that are not made, each with its reason
 * @param inputs      what a customer writes or measures herself, such as an engraving
 * @param shipping    what a parcel of it is like beside its weight, or null
 * @param groups      the only customers who see it; none for everybody
 * @param retireAt    when it goes by itself, or null
 */
public record ProductForm(String handle, String category, List<String> alsoIn, Localized name, Localized tagline, Localized description, String art,
                          Localized artAlt, String backdrop, List<String> gallery, String taxClass, List<Option> options, List<Variant> variants,
                          Map<String, Integer> dials, List<Spec> specs, List<Relation> relations, Localized keywords, boolean popular,
                          Instant publishedAt, List<Rule> rules, List<Input> inputs, Shipping shipping, Set<GroupId> groups, Instant retireAt) {

    public ProductForm {
        rules = rules == null ? List.of() : List.copyOf(rules);
        inputs = inputs == null ? List.of() : List.copyOf(inputs);
        groups = groups == null ? Set.of() : Set.copyOf(groups);
    }

    /** A product for everybody, without rules. */
    public ProductForm(String handle, String category, List<String> alsoIn, Localized name, Localized tagline, Localized description, String art,
                       Localized artAlt, String backdrop, List<String> gallery, String taxClass, List<Option> options, List<Variant> variants,
                       Map<String, Integer> dials, List<Spec> specs, List<Relation> relations, Localized keywords, boolean popular, Instant publishedAt) {
        this(handle, category, alsoIn, name, tagline, description, art, artAlt, backdrop, gallery, taxClass, options, variants, dials, specs, relations,
                keywords, popular, publishedAt, List.of(), List.of(), null, Set.of(), null);
    }

    public ProductForm withVariants(List<Variant> others) {
        return new ProductForm(handle, category, alsoIn, name, tagline, description, art, artAlt, backdrop, gallery, taxClass, options, others, dials, specs,
                relations, keywords, popular, publishedAt, rules, inputs, shipping, groups, retireAt);
    }

    public ProductForm withRelations(List<Relation> others) {
        return new ProductForm(handle, category, alsoIn, name, tagline, description, art, artAlt, backdrop, gallery, taxClass, options, variants, dials, specs,
                others, keywords, popular, publishedAt, rules, inputs, shipping, groups, retireAt);
    }

    /** @param wishes what a customer writes or measures herself */
    public ProductForm configured(List<Rule> forbidden, List<Input> wishes) {
        return new ProductForm(handle, category, alsoIn, name, tagline, description, art, artAlt, backdrop, gallery, taxClass, options, variants, dials, specs,
                relations, keywords, popular, publishedAt, forbidden, wishes, shipping, groups, retireAt);
    }

    public ProductForm shipped(Shipping how) {
        return new ProductForm(handle, category, alsoIn, name, tagline, description, art, artAlt, backdrop, gallery, taxClass, options, variants, dials, specs,
                relations, keywords, popular, publishedAt, rules, inputs, how, groups, retireAt);
    }

    public ProductForm limitedTo(Set<GroupId> only) {
        return new ProductForm(handle, category, alsoIn, name, tagline, description, art, artAlt, backdrop, gallery, taxClass, options, variants, dials, specs,
                relations, keywords, popular, publishedAt, rules, inputs, shipping, only, retireAt);
    }

    /** @param from null for a draft @param until null without an end */
    public ProductForm shown(Instant from, Instant until) {
        return new ProductForm(handle, category, alsoIn, name, tagline, description, art, artAlt, backdrop, gallery, taxClass, options, variants, dials, specs,
                relations, keywords, popular, from, rules, inputs, shipping, groups, until);
    }

    /** A choice that people make: "Weight". */
    public record Option(String code, Localized name, List<Value> values) {
    }

    /** One way to choose: "1 kg". */
    public record Value(String code, Localized name) {
    }

    /**
     * @param options the code of the chosen value by the code of the option; empty for a product without options
     * @param unit       what the price is compared by, or null
     * @param quantities in which numbers it is sold
     * @param leadDays   days until it can leave when it is not on the shelf (made or ordered), or null where nobody says
     */
    public record Variant(String sku, Map<String, String> options, Unit unit, int weightGrams, boolean backorderable, Quantities quantities, Integer leadDays) {

        public Variant {
            quantities = quantities == null ? Quantities.ANY : quantities;
        }

        /** Sold in any number. */
        public Variant(String sku, Map<String, String> options, Unit unit, int weightGrams, boolean backorderable) {
            this(sku, options, unit, weightGrams, backorderable, Quantities.ANY, null);
        }
    }

    /** "340 g, compared per 100 g"; measure is g, ml or piece. */
    public record Unit(BigDecimal quantity, String measure, BigDecimal per) {
    }

    /** A fact: "Origin: Guji zone, Ethiopia". */
    public record Spec(Localized name, Localized value) {
    }

    /**
     * A combination that is not made.
     *
     * @param combination the code of a value by the code of its option; whoever chooses all of them breaks the rule
     * @param why         stands beside the choice that is impossible then
     */
    public record Rule(Map<String, String> combination, Localized why) {

        boolean forbids(Map<String, String> chosen) {
            return !combination.isEmpty() && combination.entrySet().stream().allMatch(part -> part.getValue().equals(chosen.get(part.getKey())));
        }
    }

    /**
     * What the customer says herself of the piece that is made for her.
     *
     * @param kind     "text" or "number"
     * @param hint     what is expected, stands under the field; may be null
     * @param longest  characters of a text; null for a number
     * @param least    smallest number, or null
     * @param most     largest number, or null
     * @param measure  what a number is counted in, "cm"; or null
     */
    public record Input(String code, String kind, Localized name, Localized hint, boolean required, Integer longest, BigDecimal least, BigDecimal most,
                        String measure) {

        public boolean isNumber() {
            return "number".equals(kind);
        }
    }

    /** What a parcel is like. Sizes in millimetres, packed; null where nobody measured. @param note such as "travels upright, not by air"; or null */
    public record Shipping(Integer length, Integer width, Integer height, Localized note) {
    }

    /** @param kind goes-with, instead-of, better-than (this product is better than that one), upgrade (that one is better) or spare-part */
    public record Relation(String kind, String handle, Localized why) {
    }
}
