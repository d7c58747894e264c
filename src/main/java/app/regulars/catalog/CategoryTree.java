package app.regulars.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/** All categories with the number of published products in each, held in memory until something changes. */
@Component
class CategoryTree {

    private final CategoryRepository categories;
    private final ProductRepository products;
    private final AtomicReference<Tree> known = new AtomicReference<>();

    private record Tree(Map<String, Category> bySlug, Map<String, List<String>> children, Map<String, Long> counts) {
    }

    CategoryTree(CategoryRepository categories, ProductRepository products) {
        this.categories = categories;
        this.products = products;
    }

    void forget() {
        known.set(null);
    }

    List<CategoryLink> top() {
        return links(tree(), "");
    }

    Optional<CategoryPage> page(String slug) {
        var tree = tree();
        return Optional.ofNullable(tree.bySlug().get(slug)).map(category -> new CategoryPage(slug, category.name(), category.description(),
                category.backdrop(), path(category.parent()), links(tree, slug), tree.counts().getOrDefault(slug, 0L)));
    }

    /** From the top down to the category itself; empty for null. */
    List<CategoryLink> path(String slug) {
        var tree = tree();
        var path = new ArrayList<CategoryLink>();
        for (var at = slug; at != null && tree.bySlug().containsKey(at) && path.size() < 10; at = tree.bySlug().get(at).parent()) {
            path.addFirst(link(tree, at));
        }
        return path;
    }

    /** The category and all below it. */
    Set<String> withBelow(String slug) {
        var tree = tree();
        var all = new HashSet<String>();
        collect(tree, slug, all);
        return all;
    }

    private static void collect(Tree tree, String slug, Set<String> into) {
        if (into.add(slug)) {
            tree.children().getOrDefault(slug, List.of()).forEach(child -> collect(tree, child, into));
        }
    }

    private List<CategoryLink> links(Tree tree, String parent) {
        return tree.children().getOrDefault(parent, List.of()).stream().map(slug -> link(tree, slug)).toList();
    }

    private static CategoryLink link(Tree tree, String slug) {
        var category = tree.bySlug().get(slug);
        return new CategoryLink(slug, category.name(), category.description(), category.backdrop(), tree.counts().getOrDefault(slug, 0L));
    }

    private Tree tree() {
        var tree = known.get();
        if (tree == null) {
            tree = read();
            known.set(tree);
        }
        return tree;
    }

    private Tree read() {
        var bySlug = new LinkedHashMap<String, Category>();
        var children = new HashMap<String, List<String>>();
        categories.findAllByOrderByPositionAscSlugAsc().stream().sorted(Comparator.comparingInt(Category::position))
                .forEach(category -> bySlug.put(category.slug(), category));
        bySlug.values().forEach(category -> children.computeIfAbsent(
                category.parent() == null || !bySlug.containsKey(category.parent()) ? "" : category.parent(), k -> new ArrayList<>()).add(category.slug()));
        var members = new HashMap<String, Set<Object>>();
        for (var row : products.categoriesOfPublished()) {
            var at = (String) row[0];
            for (int depth = 0; at != null && depth < 10; depth++) {
                members.computeIfAbsent(at, k -> new HashSet<>()).add(row[1]);
                var category = bySlug.get(at);
                at = category == null ? null : category.parent();
            }
        }
        var counts = new HashMap<String, Long>();
        members.forEach((slug, ids) -> counts.put(slug, (long) ids.size()));
        return new Tree(bySlug, children, counts);
    }
}
