package app.regulars.contracting.ui.staff;

import app.regulars.contracting.ContractDesk;
import app.regulars.contracting.ContractFilter;
import app.regulars.contracting.ContractRow;
import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.staff.StaffDirectory;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Contracts, those that end first on top. The address holds tab, search, owner and page. */
@Route("console/contracts")
@Menu(title = "contracting.desk.title", order = 3.5, icon = "file")
@RolesAllowed(Permissions.CONTRACTS_SEE)
class ContractListView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;
    private static final int LONGEST_QUERY = 60;

    private final transient ContractDesk desk;
    private final transient CustomerDirectory customers;
    private final transient StaffDirectory staff;
    private final transient CurrentUser user;

    ContractListView(Templates templates, ContractDesk desk, CustomerDirectory customers, StaffDirectory staff, CurrentUser user) {
        super(templates);
        this.desk = desk;
        this.customers = customers;
        this.staff = staff;
        this.user = user;
        page().on("filter", values -> change(Map.of("q", bounded(values.getOrDefault("q", "")), "page", "")));
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("contracting.desk.title"));
        var tab = Arrays.stream(ContractFilter.Tab.values()).filter(each -> each.code().equals(parameter("tab"))).findFirst().orElse(ContractFilter.Tab.DECIDE);
        var owner = "me".equals(parameter("owner")) ? user.requireStaff() : null;
        var text = bounded(parameter("q"));
        var filter = new ContractFilter(tab, text, owner);
        var page = number("page", 1, 1, 100_000);
        var rows = desk.list(filter, (page - 1) * PAGE, PAGE);
        var total = desk.count(filter);
        var tabs = new ArrayList<ContractTab>();
        for (var each : ContractFilter.Tab.values()) {
            var count = each == ContractFilter.Tab.ALL || each == ContractFilter.Tab.ENDED ? 0 : desk.count(new ContractFilter(each, text, owner));
            tabs.add(new ContractTab(each.code(), count, each == tab, address(Map.of("tab", each.code(), "page", ""))));
        }
        var values = new HashMap<String, Object>();
        values.put("rows", rows);
        values.put("tabs", tabs);
        values.put("cards", customers.cards(rows.stream().map(ContractRow::customer).collect(Collectors.toSet())));
        values.put("names", staff.names(rows.stream().map(ContractRow::owner).collect(Collectors.toSet())));
        values.put("tab", tab.code());
        values.put("query", text);
        values.put("mine", owner != null);
        values.put("whose", address(Map.of("owner", owner == null ? "me" : "", "page", "")));
        values.put("unfiltered", address(Map.of("q", "", "page", "")));
        values.put("total", total);
        values.put("newer", page > 1 ? address(Map.of("page", String.valueOf(page - 1))) : null);
        values.put("older", (long) page * PAGE < total ? address(Map.of("page", String.valueOf(page + 1))) : null);
        values.put("changes", user.may(Permissions.CONTRACTS_CHANGE));
        show("contracting/desk-list.jte", values);
    }

    private static String bounded(String text) {
        return text.length() <= LONGEST_QUERY ? text : text.substring(0, LONGEST_QUERY);
    }
}
