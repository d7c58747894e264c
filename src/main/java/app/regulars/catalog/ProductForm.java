package app.regulars.catalog;

import app.regulars.platform.i18n.Localized;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

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
 * @param publishedAt null for a draft
 */
public record ProductForm(String handle, String category, List<String> alsoIn, Localized name, Localized tagline, Localized description, String art,
                          Localized artAlt, String backdrop, List<String> gallery, String taxClass, List<Option> options, List<Variant> variants,
                          Map<String, Integer> dials, List<Spec> specs, List<Relation> relations, Localized keywords, boolean popular,
                          Instant publishedAt) {

    /** A choice that people make: "Weight". */
    public record Option(String code, Localized name, List<Value> values) {
    }

    /** One way to choose: "1 kg". */
    public record Value(String code, Localized name) {
    }

    /**
     * @param options the code of the chosen value by the code of the option; empty for a product without options
     * @param unit    what the price is compared by, or null
     */
    public record Variant(String sku, Map<String, String> options, Unit unit, int weightGrams, boolean backorderable) {
    }

    /** "340 g, compared per 100 g"; measure is g, ml or piece. */
    public record Unit(BigDecimal quantity, String measure, BigDecimal per) {
    }

    /** A fact: "Origin: Guji zone, Ethiopia". */
    public record Spec(Localized name, Localized value) {
    }

    /** @param kind goes-with, instead-of, better-than (this product is better than that one) or spare-part */
    public record Relation(String kind, String handle, Localized why) {
    }
}
