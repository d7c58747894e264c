package app.regulars.quoting.ui.staff;

import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.Live;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.quoting.QuoteDesk;
import app.regulars.quoting.QuoteStatus;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Quotes, the latest first. The address holds state, search and page. */
@Route("console/quotes")
@Menu(title = "quoting.desk.title", order = 2.7, icon = "file")
@RolesAllowed(Permissions.ORDERS_SEE)
class QuotesView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;
    private static final int LONGEST_QUERY = 60;

    private final transient QuoteDesk desk;

    QuotesView(Templates templates, QuoteDesk desk) {
        super(templates);
        this.desk = desk;
        page().on("filter", values -> change(Map.of("q", bounded(values.getOrDefault("q", "")), "page", "")));
        Live.on("quotes", this, this::refresh);
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("quoting.desk.title"));
        refresh();
    }

    private void refresh() {
        var status = Arrays.stream(QuoteStatus.values()).filter(each -> each.code().equals(parameter("status"))).findFirst().orElse(null);
        var page = number("page", 1, 1, 100_000);
        var found = desk.list(status, bounded(parameter("q")), (page - 1) * PAGE, PAGE);
        var counts = desk.counts();
        var tabs = new ArrayList<QuoteTab>();
        tabs.add(new QuoteTab("all", 0, status == null, address(Map.of("status", "", "page", ""))));
        for (var each : QuoteStatus.values()) {
            tabs.add(new QuoteTab(each.code(), counts.getOrDefault(each, 0L), each == status, address(Map.of("status", each.code(), "page", ""))));
        }
        var values = new HashMap<String, Object>();
        values.put("tabs", tabs);
        values.put("rows", found.rows());
        values.put("query", parameter("q"));
        values.put("total", found.total());
        values.put("newer", page > 1 ? address(Map.of("page", String.valueOf(page - 1))) : null);
        values.put("older", (long) page * PAGE < found.total() ? address(Map.of("page", String.valueOf(page + 1))) : null);
        show("quoting/desk-list.jte", values);
    }

    private static String bounded(String text) {
        return text.length() <= LONGEST_QUERY ? text : text.substring(0, LONGEST_QUERY);
    }
}
