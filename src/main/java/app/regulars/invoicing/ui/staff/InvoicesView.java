package app.regulars.invoicing.ui.staff;

import app.regulars.invoicing.InvoiceDesk;
import app.regulars.invoicing.InvoiceFilter;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Every invoice and credit note. The address holds kind, search, days and page. */
@Route("console/invoices")
@Menu(title = "invoicing.list.title", order = 3.1, icon = "file")
@RolesAllowed(Permissions.PAYMENTS_SEE)
class InvoicesView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;

    private final transient InvoiceDesk desk;
    private final transient CurrentUser user;

    InvoicesView(InvoiceDesk desk, CurrentUser user, Templates templates) {
        super(templates);
        this.desk = desk;
        this.user = user;
        addClassName("page");
        page().on("filter", values -> change(Map.of("q", values.getOrDefault("q", "").strip(), "kind", values.getOrDefault("kind", ""), "from", values.getOrDefault("from", ""),
                "to", values.getOrDefault("to", ""), "page", "")));
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("invoicing.list.title"));
        var filter = new InvoiceFilter(parameter("kind"), parameter("q"), day("from"), day("to"));
        var page = number("page", 1, 1, 100_000);
        var rows = desk.list(filter, (page - 1) * PAGE, PAGE);
        var total = desk.count(filter);
        var values = new HashMap<String, Object>();
        values.put("rows", rows);
        values.put("filter", filter);
        values.put("total", total);
        values.put("first", total == 0 ? 0L : (page - 1L) * PAGE + 1);
        values.put("last", (page - 1L) * PAGE + rows.size());
        values.put("newer", page > 1 ? address(Map.of("page", String.valueOf(page - 1))) : null);
        values.put("older", (long) page * PAGE < total ? address(Map.of("page", String.valueOf(page + 1))) : null);
        values.put("export", user.may(Permissions.DATA_EXPORT) ? "/console/invoices/list.csv?" + Map.of("kind", filter.kind(), "q", filter.text(), "from", parameter("from"),
                "to", parameter("to")).entrySet().stream().map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8)).sorted()
                .collect(Collectors.joining("&")) : null);
        show("invoicing/list.jte", values);
    }

    private LocalDate day(String name) {
        try {
            return parameter(name).isBlank() ? null : LocalDate.parse(parameter(name));
        } catch (DateTimeException notADay) {
            return null;
        }
    }
}
