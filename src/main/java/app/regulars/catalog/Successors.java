package app.regulars.catalog;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plain entrance for other modules: what took the place of articles that are not sold any more. */
@Service
public class Successors {

    private static final int MOST_STEPS = 5;

    private final ProductRepository products;
    private final Catalog catalog;

    Successors(ProductRepository products, Catalog catalog) {
        this.products = products;
        this.catalog = catalog;
    }

    /**
     * For each that is gone and has a successor, the article with the same options if there is one, else the first; what is still sold, or was given up for nothing, is left out.
     */
    @Transactional(readOnly = true)
    public Map<VariantId, SellableVariant> of(Collection<VariantId> gone, Viewer viewer) {
        var found = new LinkedHashMap<VariantId, SellableVariant>();
        if (!gone.isEmpty()) {
            products.variants(gone.stream().map(VariantId::value).distinct().toList()).forEach(variant -> instead(variant, viewer)
                    .flatMap(other -> Optional.ofNullable(catalog.variants(List.of(new VariantId(other.id())), viewer).get(new VariantId(other.id()))))
                    .filter(SellableVariant::sellable).ifPresent(other -> found.put(new VariantId(variant.id()), other)));
        }
        return found;
    }

    private Optional<Variant> instead(Variant gone, Viewer viewer) {
        var product = gone.product();
        for (int step = 0; product.isRetired() && product.successor() != null && step < MOST_STEPS; step++) {
            product = products.findByHandle(product.successor()).filter(next -> viewer.sees(next.groups())).orElse(null);
            if (product == null) {
                return Optional.empty();
            }
        }
        if (!product.isPublished() || product.id().equals(gone.product().id()) && !gone.isRetired()) {
            return Optional.empty();
        }
        var others = product.variants();
        return others.stream().filter(other -> other.options().equals(gone.options())).findFirst().or(() -> others.stream().findFirst());
    }
}
