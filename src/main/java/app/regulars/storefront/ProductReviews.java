package app.regulars.storefront;

import app.regulars.catalog.ProductPage;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.web.PublicRequest;
import app.regulars.review.NewReview;
import app.regulars.review.ReviewOrder;
import app.regulars.review.ReviewPage;
import app.regulars.review.Reviews;
import app.regulars.review.ShownReview;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The reviews on a product's page; which of them and in which order stands in the address: {@code ?stars=5&order=helpful&reviews=2}. */
@Component
class ProductReviews {

    static final Set<String> PARAMETERS = Set.of("stars", "order", "reviews");
    private static final int MOST_PAGES = 1_000;
    private static final int MOST_IN_DATA = 5;

    private final Reviews reviews;

    ProductReviews(Reviews reviews) {
        this.reviews = reviews;
    }

    ReviewPage page(ProductPage product, PublicRequest request) {
        return reviews.page(product.id(), request.number("stars", 0, 0, NewReview.MOST_STARS), ReviewOrder.of(request.parameter("order", "")), request.number("reviews", 1, 1, MOST_PAGES));
    }

    /** Where each of its links leads: "all", "1" to "5", the codes of orders, "previous" and "next". */
    Map<String, String> links(ReviewPage page, PublicRequest request) {
        var links = new HashMap<String, String>();
        links.put("all", address(request, Map.of("stars", "", "reviews", "")));
        for (int stars = 1; stars <= NewReview.MOST_STARS; stars++) {
            links.put(String.valueOf(stars), address(request, Map.of("stars", String.valueOf(stars), "reviews", "")));
        }
        for (var order : ReviewOrder.values()) {
            links.put(order.code(), address(request, Map.of("order", order == ReviewOrder.NEWEST ? "" : order.code(), "reviews", "")));
        }
        links.put("previous", address(request, Map.of("reviews", page.page() <= 2 ? "" : String.valueOf(page.page() - 1))));
        links.put("next", address(request, Map.of("reviews", String.valueOf(page.page() + 1))));
        return links;
    }

    private static String address(PublicRequest request, Map<String, String> changes) {
        var parameters = new TreeMap<>(request.parameters());
        parameters.keySet().removeIf(name -> !PARAMETERS.contains(name) && !"v".equals(name));
        parameters.putAll(changes);
        var query = new StringBuilder();
        parameters.forEach((name, value) -> {
            if (!value.isEmpty()) {
                query.append(query.isEmpty() ? "?" : "&").append(name).append('=').append(java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8));
            }
        });
        return request.path() + query + "#reviews";
    }

    /** What search engines read of them, beside what they read of the product; nothing where nobody said anything. */
    void describe(Map<String, Object> product, ReviewPage page) {
        var summary = page.summary();
        if (summary.count() == 0) {
            return;
        }
        var all = new LinkedHashMap<String, Object>();
        all.put("@type", "AggregateRating");
        all.put("ratingValue", Math.round(summary.average() * 10) / 10.0);
        all.put("reviewCount", summary.count());
        all.put("bestRating", NewReview.MOST_STARS);
        all.put("worstRating", 1);
        product.put("aggregateRating", all);
        product.put("review", page.reviews().stream().filter(review -> review.by() != null && !review.title().isEmpty()).limit(MOST_IN_DATA).map(ProductReviews::described).toList());
    }

    private static Map<String, Object> described(ShownReview review) {
        var object = new LinkedHashMap<String, Object>();
        object.put("@type", "Review");
        object.put("name", review.title());
        object.put("reviewBody", review.text());
        object.put("inLanguage", Languages.of(review.language()).toLanguageTag());
        object.put("datePublished", review.at().toString().substring(0, 10));
        object.put("author", Map.of("@type", "Person", "name", review.by()));
        object.put("reviewRating", Map.of("@type", "Rating", "ratingValue", review.stars(), "bestRating", NewReview.MOST_STARS, "worstRating", 1));
        return object;
    }
}
