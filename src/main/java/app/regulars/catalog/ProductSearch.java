package app.regulars.catalog;

import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Localized;
import app.regulars.search.SearchDocument;
import app.regulars.search.SearchIndex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.springframework.stereotype.Component;

/** Keeps what site search knows of products. */
@Component
class ProductSearch {

    static final String KIND = "product";
    private static final int LONGEST_SHOWN = 40;

    private final SearchIndex index;
    private final CategoryTree tree;

    ProductSearch(SearchIndex index, CategoryTree tree) {
        this.index = index;
        this.tree = tree;
    }

    void update(Collection<Product> products) {
        var documents = new ArrayList<SearchDocument>();
        for (var product : products) {
            if (!product.isPublished()) {
                index.remove(KIND, product.handle());
            } else if (product.name().fr() == null) {
                documents.add(document(product, Languages.ENGLISH, null));
            } else {
                documents.add(document(product, Languages.ENGLISH, "en"));
                documents.add(document(product, Languages.FRENCH, "fr"));
            }
        }
        index.put(documents);
    }

    /** The product stands elsewhere now. */
    void forget(String handle) {
        index.remove(KIND, handle);
    }

    /** Another node has changed them. */
    void follow(Collection<String> handles) {
        index.follow(KIND, handles);
    }

    private SearchDocument document(Product product, Locale locale, String language) {
        var content = product.content();
        var keywords = new StringJoiner(" ").add(in(content.tagline(), locale)).add(in(content.keywords(), locale));
        var facets = new ArrayList<String>();
        for (var slug : product.allCategories()) {
            for (var category : tree.path(slug)) {
                if (!facets.contains("category:" + category.slug())) {
                    facets.add("category:" + category.slug());
                    keywords.add(in(category.name(), locale));
                }
            }
        }
        content.specs().stream().filter(spec -> spec.name().en() != null && spec.value().en() != null)
                .forEach(spec -> {
                    var fact = fact(spec.name().en() + "=" + spec.value().en());
                    facets.add(fact);
                    if (in(spec.value(), locale).length() <= LONGEST_SHOWN) {
                        facets.add(new SearchDocument.Said(fact, in(spec.name(), locale), in(spec.value(), locale)).facet());
                    }
                });
        product.variants().forEach(variant -> keywords.add(variant.sku()));
        for (var option : content.options()) {
            option.values().forEach(value -> {
                keywords.add(in(value.name(), locale));
                var code = "option:" + option.code() + "=" + value.code();
                facets.add(code);
                facets.add(new SearchDocument.Said(code, in(option.name(), locale), in(value.name(), locale)).facet());
            });
        }
        var body = new StringJoiner("\n").add(in(content.description(), locale));
        content.specs().forEach(spec -> body.add(in(spec.name(), locale) + ": " + in(spec.value(), locale)));
        return new SearchDocument(KIND, product.handle(), language, Viewer.ofDocument(product.groups()), in(product.name(), locale), keywords.toString(), body.toString(),
                "/p/" + product.handle(), List.copyOf(facets), 1.5f);
    }

    /** A specification as a facet: "fact:origin=guji-zone-ethiopia". */
    static String fact(String nameAndValue) {
        var at = nameAndValue.indexOf('=');
        return "fact:" + plain(nameAndValue.substring(0, Math.max(0, at))) + "=" + plain(nameAndValue.substring(at + 1));
    }

    private static String plain(String words) {
        var text = java.text.Normalizer.normalize(words.strip().toLowerCase(Locale.ROOT), java.text.Normalizer.Form.NFD).replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return text.length() > 80 ? text.substring(0, 80) : text;
    }

    private static String in(Localized text, Locale locale) {
        var value = text == null ? null : text.in(locale);
        return value == null ? "" : value;
    }
}
