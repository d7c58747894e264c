package app.regulars.review.ui.customer;

import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Roles;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.review.MyReviews;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;

/** What I said of products, and what I could say something of. */
@Route("my/reviews")
@Menu(title = "review.my.title", order = 2.6, icon = "star")
@RolesAllowed(Roles.CUSTOMER)
class MyReviewsView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient MyReviews reviews;
    private final transient CurrentUser user;

    MyReviewsView(Templates templates, MyReviews reviews, CurrentUser user) {
        super(templates);
        this.reviews = reviews;
        this.user = user;
        addClassName("review-page");
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("review.my.title"));
        var me = user.requirePerson();
        show("review/mine.jte", Map.of("mine", reviews.list(me), "open", reviews.open(me, user.requireCustomer())));
    }
}
