package app.regulars.forum.ui;

import app.regulars.forum.Forum;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.ui.Fragment;
import app.regulars.platform.web.Templates;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a customer wrote in the forum, for the customer's file at the desk. */
@Component
public class PostsOfCustomer {

    private static final int MOST = 8;

    private final Forum forum;
    private final Templates templates;

    PostsOfCustomer(Forum forum, Templates templates) {
        this.forum = forum;
        this.templates = templates;
    }

    /** The list as a component; its links lead to the forum's desk. */
    public Fragment of(CustomerId customer, Locale locale) {
        var fragment = new Fragment("posts-of-customer");
        fragment.show(html(customer, locale));
        return fragment;
    }

    /** The same list as HTML, to stand inside another template. */
    public String html(CustomerId customer, Locale locale) {
        return templates.render("forum/of-customer.jte", locale, Map.of("posts", forum.ofCustomer(customer, MOST)));
    }

    public long count(CustomerId customer) {
        return forum.countOfCustomer(customer);
    }
}
