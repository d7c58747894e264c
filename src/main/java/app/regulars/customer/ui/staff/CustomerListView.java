package app.regulars.customer.ui.staff;

import app.regulars.customer.CustomerDesk;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.Map;

/** All customers, found by name, company, e-mail, phone or number. The address holds search and page. */
@Route("console/customers")
@Menu(title = "customer.customers.title", order = 3, icon = "people")
@RolesAllowed(Permissions.CUSTOMERS_SEE)
class CustomerListView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;

    private final transient CustomerDesk desk;

    CustomerListView(Templates templates, CustomerDesk desk) {
        super(templates);
        this.desk = desk;
        page().on("filter", values -> change(Map.of("q", values.getOrDefault("q", ""), "page", "")));
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("customer.customers.title"));
        var query = parameter("q");
        var number = number("page", 1, 1, 10_000);
        var rows = desk.search(query, number - 1, PAGE);
        var count = desk.count(query);
        var model = new HashMap<String, Object>();
        model.put("rows", rows);
        model.put("count", count);
        model.put("query", query);
        model.put("first", (number - 1L) * PAGE + 1);
        model.put("newer", number == 1 ? null : address(Map.of("page", String.valueOf(number - 1))));
        model.put("older", (long) number * PAGE >= count ? null : address(Map.of("page", String.valueOf(number + 1))));
        show("customer/customers.jte", model);
    }
}
