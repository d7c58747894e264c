package app.regulars.review.ui;

import app.regulars.ordering.OrderNumber;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.ui.Fragment;
import app.regulars.platform.web.Templates;
import app.regulars.review.MyReviews;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import java.util.Map;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** The products of one of my orders and what I say of each. Shows nothing before the goods have left. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class ReviewsOfOrder extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private final transient MyReviews reviews;
    private final transient Templates templates;
    private final Fragment fragment = new Fragment("reviews-of-order");

    ReviewsOfOrder(MyReviews reviews, Templates templates) {
        this.reviews = reviews;
        this.templates = templates;
        getContent().add(fragment);
        getContent().addClassNames("returns-of-order", "reviews-of-order");
    }

    /** @param person who looks @param me for whom the order is */
    public void show(CustomerId person, CustomerId me, OrderNumber order) {
        var mine = reviews.ofOrder(person, me, order);
        setVisible(!mine.isEmpty());
        fragment.show(templates.render("review/of-order.jte", Languages.of(UI.getCurrent().getLocale().toLanguageTag()), Map.of("mine", mine)));
    }
}
