package app.regulars.console;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import app.regulars.customer.CustomerCard;
import app.regulars.customer.CustomerDesk;
import app.regulars.customer.CustomerDirectory;
import app.regulars.ordering.OrderDesk;
import app.regulars.ordering.OrderFilter;
import app.regulars.ordering.OrderPage;
import app.regulars.ordering.OrderSummary;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.search.SiteSearch;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** What the jump field finds where it holds no number: customers and orders by who they are, then all else that has every word. */
@Route("console/find")
@RolesAllowed(Permissions.CUSTOMERS_SEE)
class FindView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 200;
    private static final int MOST_PEOPLE = 8;
    private static final int MOST_ORDERS = 8;
    private static final Set<String> ELSE = Set.of("inquiry", "call", "product", "article", "topic");

    private final transient SiteSearch search;
    private final transient CustomerDesk people;
    private final transient CustomerDirectory directory;
    private final transient OrderDesk orders;
    private final transient CurrentUser user;

    FindView(SiteSearch search, CustomerDesk people, CustomerDirectory directory, OrderDesk orders, CurrentUser user, Templates templates) {
        super(templates);
        this.search = search;
        this.people = people;
        this.directory = directory;
        this.orders = orders;
        this.user = user;
        addClassName("page");
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("console.find.title"));
        var text = parameter("q").strip();
        var asked = text.substring(0, Math.min(LONGEST, text.length()));
        var found = search.find(new SiteSearch.Question(asked, ELSE, List.of(), Set.of("public", "staff"), locale(), 0, 30, true));
        var values = new HashMap<String, Object>();
        values.put("query", asked);
        values.put("found", found);
        values.put("people", asked.isEmpty() ? List.<CustomerCard>of() : people.search(asked, 0, MOST_PEOPLE));
        values.put("allPeople", asked.isEmpty() ? 0L : people.count(asked));
        var bought = asked.isEmpty() || !user.may(Permissions.ORDERS_SEE) ? new OrderPage(List.of(), 0)
                : orders.list(new OrderFilter(null, asked, null), 0, MOST_ORDERS);
        values.put("orders", bought);
        values.put("buyers", buyers(bought.orders()));
        show("console/find.jte", values);
    }

    private Map<CustomerId, CustomerCard> buyers(List<OrderSummary> orders) {
        return directory.cards(orders.stream().map(OrderSummary::customer).collect(Collectors.toSet()));
    }
}
