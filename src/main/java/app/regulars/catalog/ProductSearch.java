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
        product.variants().forEach(variant -> keywords.add(variant.sku()));
        for (var option : content.options()) {
            option.values().forEach(value -> {
                keywords.add(in(value.name(), locale));
                facets.add("option:" + option.code() + "=" + value.code());
            });
        }
        var body = new StringJoiner("\n").add(in(content.description(), locale));
        content.specs().forEach(spec -> body.add(in(spec.name(), locale) + ": " + in(spec.value(), locale)));
        return new SearchDocument(KIND, product.handle(), language, "public", in(product.name(), locale), keywords.toString(), body.toString(),
                "/p/" + product.handle(), List.copyOf(facets), 1.5f);
    }

    private static String in(Localized text, Locale locale) {
        var value = text == null ? null : text.in(locale);
        return value == null ? "" : value;
    }
}
