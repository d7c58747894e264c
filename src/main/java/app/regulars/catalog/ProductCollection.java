package app.regulars.catalog;

import app.regulars.platform.i18n.Localized;
import java.math.BigDecimal;

/**
 * Products that stand together by a rule: everything that the rule asks has to hold.
 *
 * @param slug   its part of the address, /collection/{slug}; known by it
 * @param onHome whether the home page shows its first products
 * @param active whether it has a page at all
 */
public record ProductCollection(String slug, Localized name, Localized description, Rule rule, boolean onHome, int position, boolean active) {

    /**
     * What a product has to be; null and empty ask for nothing.
     *
     * @param category  a slug; what is below it counts as well
     * @param option    the code of an option and of one of its values, "weight=1kg"
     * @param fact      the English name of a specification and its value, "Origin=Guji zone, Ethiopia"
     * @param priceFrom at least, in the shop's currency
     * @param priceTo   at most
     * @param newDays   came into the shop within so many days
     * @param inStock   only what can be promised now
     */
    public record Rule(String category, String option, String fact, BigDecimal priceFrom, BigDecimal priceTo, Integer newDays, boolean inStock) {

        /** By what site search narrows. */
        java.util.List<String> facets() {
            var facets = new java.util.ArrayList<String>();
            if (category != null && !category.isBlank()) {
                facets.add("category:" + category);
            }
            if (option != null && !option.isBlank()) {
                facets.add("option:" + option);
            }
            if (fact != null && !fact.isBlank()) {
                facets.add(ProductSearch.fact(fact));
            }
            return facets;
        }
    }
}
