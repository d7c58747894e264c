package app.regulars.catalog;

import app.regulars.customer.GroupId;
import app.regulars.platform.i18n.Localized;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A product with its variants as it is shown; retired ones are not among them. @param groups the only ones who see it; none for everybody */
record ReadProduct(UUID id, String handle, Localized name, boolean published, Instant publishedAt, String taxClass, ProductContent content, String mainCategory,
                   Set<String> categories, Set<GroupId> groups, List<Part> variants) {

    /** One variant of it. */
    record Part(UUID id, String sku, Map<String, String> options, ProductForm.Unit unit, int weightGrams, boolean backorderable, Quantities quantities, Integer leadDays) {
    }

    static ReadProduct of(Product product) {
        return new ReadProduct(product.id(), product.handle(), product.name(), product.isPublished(), product.publishedAt(), product.taxClass(), product.content(),
                product.mainCategory(), Set.copyOf(product.allCategories()), product.groups(), product.variants().stream().map(variant -> new Part(variant.id(), variant.sku(), variant.options(), variant.unit(),
                        variant.weightGrams(), variant.isBackorderable(), variant.quantities(), variant.leadDays())).toList());
    }

    ProductPage page(CategoryTree tree) {
        var shown = variants.stream().map(variant -> new ProductPage.Variant(new VariantId(variant.id()), variant.sku(), variant.options(),
                content.words(variant.options()), variant.unit(), variant.weightGrams(), variant.backorderable(), variant.quantities(), variant.leadDays())).toList();
        return new ProductPage(new ProductId(id), handle, published, tree.path(mainCategory), name, content.tagline(), content.description(), content.art(),
                content.artAlt(), content.backdrop(), content.gallery(), taxClass, content.options(), shown, content.dials(), content.specs(), content.relations(),
                publishedAt, content.rules(), content.inputs(), content.shipping());
    }

    /** Only where there is a variant. */
    ProductCard card() {
        var first = variants.getFirst();
        return new ProductCard(new ProductId(id), handle, name, content.tagline(), content.art(), content.artAlt(), content.backdrop(), new VariantId(first.id()),
                variants.size() == 1, content.words(first.options()), first.unit(), first.backorderable(), variants.stream().map(variant -> new ProductCard.Choice(
                        new VariantId(variant.id()), content.words(variant.options()), variant.unit(), variant.backorderable(), variant.quantities(),
                        content.inputs().stream().anyMatch(ProductForm.Input::required))).toList(), publishedAt);
    }
}
