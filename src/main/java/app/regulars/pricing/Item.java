package app.regulars.pricing;

import app.regulars.catalog.ProductId;
import app.regulars.catalog.VariantId;
import app.regulars.platform.money.Money;
import java.util.Set;

/** A variant as the engine sees it. @param categories with those above them @param list null where it has no list price */
record Item(VariantId variant, ProductId product, Set<String> categories, Money list) {
}
