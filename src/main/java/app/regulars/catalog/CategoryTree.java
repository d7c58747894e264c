package app.regulars.catalog;

import app.regulars.customer.GroupId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** All categories with the number of published products in each, held in memory until something changes. */
@Component
class CategoryTree {

    private final CategoryRepository categories;
    private final ProductRepository products;
    private final AtomicReference<Tree> known = new AtomicReference<>();

    /**
     * @param counts  of what everybody sees
     * @param limited by category, the groups of each product that only some see
     * @param others  counts for those who see more, made when first asked for
     */
    private record Tree(Map<String, Category> bySlug, Map<String, List<String>> children, Map<String, Long> counts,
                        Map<String, Map<Object, Set<GroupId>>> limited, Map<Viewer, Map<String, Long>> others) {

        Map<String, Long> counts(Viewer viewer) {
            return viewer.isEveryone() || limited.isEmpty() ? counts : others.size() > MOST_VIEWERS ? counted(viewer)
                    : others.computeIfAbsent(viewer, this::counted);
        }

        private Map<String, Long> counted(Viewer viewer) {
            var all = new HashMap<>(counts);
            limited.forEach((slug, products) -> {
                var more = products.values().stream().filter(viewer::sees).count();
                if (more > 0) {
                    all.merge(slug, more, Long::sum);
                }
            });
            return all;
        }
    }

    private static final int MOST_VIEWERS = 1_000;

    CategoryTree(CategoryRepository categories, ProductRepository products) {
        this.categories = categories;
        this.products = products;
    }

    void forget() {
        known.set(null);
    }

    List<CategoryLink> top(Viewer viewer) {
        return links(tree(), "", viewer);
    }

    Optional<CategoryPage> page(String slug, Viewer viewer) {
        var tree = tree();
        return Optional.ofNullable(tree.bySlug().get(slug)).map(category -> new CategoryPage(slug, category.name(), category.description(),
                category.backdrop(), path(category.parent()), links(tree, slug, viewer), tree.counts(viewer).getOrDefault(slug, 0L)));
    }

    /** From the top down to the category itself; empty for null. */
    List<CategoryLink> path(String slug) {
        var tree = tree();
        var path = new ArrayList<CategoryLink>();
        for (var at = slug; at != null && tree.bySlug().containsKey(at) && path.size() < 10; at = tree.bySlug().get(at).parent()) {
            path.addFirst(link(tree, at, Viewer.EVERYONE));
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

    boolean has(String slug) {
        return tree().bySlug().containsKey(slug);
    }

    private static void collect(Tree tree, String slug, Set<String> into) {
        if (into.add(slug)) {
            tree.children().getOrDefault(slug, List.of()).forEach(child -> collect(tree, child, into));
        }
    }

    private static List<CategoryLink> links(Tree tree, String parent, Viewer viewer) {
        return tree.children().getOrDefault(parent, List.of()).stream().map(slug -> link(tree, slug, viewer)).toList();
    }

    private static CategoryLink link(Tree tree, String slug, Viewer viewer) {
        var category = tree.bySlug().get(slug);
        return new CategoryLink(slug, category.name(), category.description(), category.backdrop(), tree.counts(viewer).getOrDefault(slug, 0L));
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
            upwards((String) row[0], bySlug, slug -> members.computeIfAbsent(slug, k -> new HashSet<>()).add(row[1]));
        }
        var limited = new HashMap<String, Map<Object, Set<GroupId>>>();
        for (var row : products.categoriesOfLimited()) {
            upwards((String) row[0], bySlug, slug -> limited.computeIfAbsent(slug, k -> new HashMap<>()).computeIfAbsent(row[1], k -> new HashSet<>())
                    .add(new GroupId((UUID) row[2])));
        }
        var counts = new HashMap<String, Long>();
        members.forEach((slug, ids) -> counts.put(slug, (long) ids.size()));
        return new Tree(bySlug, children, counts, limited, new ConcurrentHashMap<>());
    }

    /** The category and those above it. */
    private static void upwards(String slug, Map<String, Category> bySlug, Consumer<String> each) {
        var at = slug;
        for (int depth = 0; at != null && depth < 10; depth++) {
            each.accept(at);
            var category = bySlug.get(at);
            at = category == null ? null : category.parent();
        }
    }
}
