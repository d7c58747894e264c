package app.regulars.review.ui;

import app.regulars.catalog.Catalog;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.web.Templates;
import app.regulars.review.ReviewRow;
import app.regulars.review.Reviews;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a customer said of products, for the customer's file at the desk. */
@Component
public class ReviewsOfCustomer {

    private static final int MOST = 5;

    private final Reviews reviews;
    private final Catalog catalog;
    private final Templates templates;

    ReviewsOfCustomer(Reviews reviews, Catalog catalog, Templates templates) {
        this.reviews = reviews;
        this.catalog = catalog;
        this.templates = templates;
    }

    /** A panel to stand inside another template. @param desk whether the reader may open the desk of reviews */
    public String html(CustomerId customer, boolean desk, Locale locale) {
        var rows = reviews.ofCustomer(customer, MOST);
        return templates.render("review/of-customer.jte", locale, Map.of("reviews", rows, "names", names(rows, locale), "count", reviews.countOfCustomer(customer), "desk", desk));
    }

    private Map<String, String> names(List<ReviewRow> rows, Locale locale) {
        var handles = catalog.handles(rows.stream().map(ReviewRow::product).toList());
        var names = new HashMap<String, String>();
        catalog.cardsForStaff(handles.values()).forEach(card -> names.put(card.id().toString(), card.name().in(locale)));
        return names;
    }
}
