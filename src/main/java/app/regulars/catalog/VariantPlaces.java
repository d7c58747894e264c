package app.regulars.catalog;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.platform.i18n.Localized;
import app.regulars.platform.persistence.AfterCommit;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** For rules that hold for a product or a category: of which product a variant is, and in which categories. Kept in memory until products change. */
@Component
public class VariantPlaces {

    private static final int MOST = 200_000;
    private static final int MOST_IN_ONE_STATEMENT = 1_000;

    private final JdbcTemplate jdbc;
    private final CategoryTree tree;
    private final Cache<VariantId, Place> known = Caffeine.newBuilder().maximumSize(MOST).build();

    VariantPlaces(JdbcTemplate jdbc, CategoryTree tree) {
        this.jdbc = jdbc;
        this.tree = tree;
    }

    /** @param categories by slug, with all above them */
    public record Place(ProductId product, Set<String> categories) {
    }

    /** Unknown variants are left out. */
    public Map<VariantId, Place> of(Collection<VariantId> variants) {
        var found = new HashMap<VariantId, Place>(known.getAllPresent(variants));
        var missing = variants.stream().filter(variant -> !found.containsKey(variant)).distinct().toList();
        for (int from = 0; from < missing.size(); from += MOST_IN_ONE_STATEMENT) {
            var part = missing.subList(from, Math.min(missing.size(), from + MOST_IN_ONE_STATEMENT));
            var products = new HashMap<VariantId, ProductId>();
            var slugs = new HashMap<VariantId, Set<String>>();
            var arguments = new ArrayList<Object>();
            part.forEach(variant -> arguments.add(bytes(variant.value())));
            jdbc.query("select v.id, v.product_id, c.category_slug from product_variant v left join product_category c on c.product_id = v.product_id where v.id in ("
                    + String.join(",", Collections.nCopies(part.size(), "?")) + ")", row -> {
                        var variant = new VariantId(uuid(row.getBytes(1)));
                        products.put(variant, new ProductId(uuid(row.getBytes(2))));
                        var slug = row.getString(3);
                        if (slug != null) {
                            slugs.computeIfAbsent(variant, each -> new HashSet<>()).add(slug);
                        }
                    }, arguments.toArray());
            products.forEach((variant, product) -> {
                var place = new Place(product, withAbove(slugs.getOrDefault(variant, Set.of())));
                known.put(variant, place);
                found.put(variant, place);
            });
        }
        return found;
    }

    private Set<String> withAbove(Collection<String> slugs) {
        var all = new HashSet<String>();
        slugs.forEach(slug -> {
            all.add(slug);
            tree.path(slug).forEach(above -> all.add(above.slug()));
        });
        return Set.copyOf(all);
    }

    /** Was read for another reason: its variants need not be looked for. */
    void learn(ReadProduct product) {
        var place = new Place(new ProductId(product.id()), withAbove(product.categories()));
        product.variants().forEach(variant -> known.put(new VariantId(variant.id()), place));
    }

    /** A product as staff name it. @param handle the last part of its address */
    public record Called(Localized name, String handle) {
    }

    /** Whether they are published or not; unknown ones are left out. */
    public Map<ProductId, Called> products(Collection<ProductId> ids) {
        var found = new HashMap<ProductId, Called>();
        if (!ids.isEmpty()) {
            jdbc.query("select id, name_en, name_fr, handle from product where id in (" + String.join(",", Collections.nCopies(ids.size(), "?")) + ")", row -> {
                found.put(new ProductId(uuid(row.getBytes(1))), new Called(new Localized(row.getString(2), row.getString(3)), row.getString(4)));
            }, ids.stream().map(id -> (Object) bytes(id.value())).toArray());
        }
        return found;
    }

    @EventListener
    void on(ProductsChanged changed) {
        AfterCommit.run(known::invalidateAll);
    }
}
