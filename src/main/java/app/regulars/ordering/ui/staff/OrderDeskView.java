package app.regulars.ordering.ui.staff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import app.regulars.customer.CustomerDirectory;
import app.regulars.ordering.OrderDesk;
import app.regulars.ordering.OrderFilter;
import app.regulars.ordering.OrderMarks;
import app.regulars.ordering.OrderNumber;
import app.regulars.ordering.OrderPage;
import app.regulars.ordering.OrderStatus;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.Live;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** The orders and, beside them, the one to work on. The address holds tab, search, page and selection. */
@Route("console/orders")
@Menu(title = "ordering.desk.title", order = 2, icon = "box")
@RolesAllowed(Permissions.ORDERS_SEE)
class OrderDeskView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;
    private static final int LONGEST_QUERY = 100;

    private final transient OrderDesk desk;
    private final transient CustomerDirectory customers;
    private final transient CurrentUser user;
    private final OrderDrawer drawer;
    private final Set<String> seen = new HashSet<>();
    private String seenIn = "";
    private String opened = "";

    OrderDeskView(OrderDesk desk, CustomerDirectory customers, CurrentUser user, OrderDrawer drawer, Templates templates) {
        super(templates);
        this.desk = desk;
        this.customers = customers;
        this.user = user;
        addClassNames("page", "orders");
        this.drawer = drawer;
        drawer.onStep(this::showList);
        add(drawer);
        page().on("filter", values -> change(Map.of("q", bounded(values.getOrDefault("q", "")), "page", "")));
        Live.on("orders", this, this::refresh);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        // J and K walk through the list, Esc closes, Ctrl+Enter does the next thing; never while somebody types
        getElement().executeJs("""
                const root = this;
                const keys = (e) => {
                  if (!root.isConnected) { document.removeEventListener('keydown', keys); return; }
                  if ((e.ctrlKey || e.metaKey) && e.key === 'Enter') {
                    const form = e.target.closest('form');
                    const next = root.querySelector('.draw-f .btn.pri');
                    if (next && (!form || form.id === 'ship-form')) { e.preventDefault(); next.click(); }
                    return;
                  }
                  if (e.ctrlKey || e.metaKey || e.altKey || e.target.closest('input,textarea,select')) return;
                  const rows = [...root.querySelectorAll('.og tr.r a')];
                  const at = rows.findIndex(a => a.getAttribute('aria-current'));
                  const go = { j: rows[at + 1], k: rows[at - 1], Escape: root.querySelector('[data-close]') }[e.key];
                  if (go) { e.preventDefault(); go.click(); }
                };
                document.addEventListener('keydown', keys);""");
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        showList();
        showOrder();
    }

    private void refresh() {
        showList();
        if (!opened.isEmpty()) {
            drawer.refresh();
        }
    }

    private void showList() {
        var status = status();
        var query = bounded(parameter("q"));
        var page = number("page", 1, 1, 100_000);
        var filter = filter();
        var found = desk.list(filter, (page - 1) * PAGE, PAGE);
        var counts = desk.counts();
        var tabs = new ArrayList<DeskTab>();
        for (var each : OrderStatus.values()) {
            if (each != OrderStatus.AWAITING_PAYMENT || counts.getOrDefault(each, 0L) > 0) {
                tabs.add(tab(code(each), counts.getOrDefault(each, 0L), each == status && !filter.held() && !filter.late()));
            }
        }
        tabs.add(new DeskTab("held", desk.held(), filter.held(), address(Map.of("status", "all", "held", "yes", "late", "", "order", "", "page", ""))));
        tabs.add(new DeskTab("late", desk.late(), filter.late(), address(Map.of("status", "all", "late", "yes", "held", "", "order", "", "page", ""))));
        tabs.add(tab("all", counts.values().stream().mapToLong(Long::longValue).sum(), status == null && !filter.held() && !filter.late()));
        var values = new HashMap<String, Object>();
        values.put("tabs", tabs);
        values.put("rows", rows(found, filter + "/" + page, status));
        values.put("query", query);
        values.put("total", found.total());
        values.put("first", found.total() == 0 ? 0L : (page - 1L) * PAGE + 1);
        values.put("last", (page - 1L) * PAGE + found.orders().size());
        values.put("tab", filter.held() ? "held" : filter.late() ? "late" : code(status));
        values.put("channel", filter.channel());
        values.put("channels", desk.channels().stream().map(each -> new DeskTab(each, 0, each.equals(filter.channel()), address(Map.of("channel", each, "page", "")))).toList());
        values.put("anyChannel", address(Map.of("channel", "", "page", "")));
        values.put("agents", desk.agents().stream().map(each -> new DeskTab(each, 0, each.equals(filter.agent()), address(Map.of("agent", each, "page", "")))).toList());
        values.put("anyAgent", address(Map.of("agent", "", "page", "")));
        values.put("mayExport", user.may(Permissions.DATA_EXPORT));
        values.put("mayPrint", user.may(Permissions.ORDERS_SHIP));
        values.put("export", exported());
        values.put("unfiltered", address(Map.of("q", "", "page", "")));
        values.put("newer", page > 1 ? address(Map.of("page", String.valueOf(page - 1))) : null);
        values.put("older", (long) page * PAGE < found.total() ? address(Map.of("page", String.valueOf(page + 1))) : null);
        show("ordering/desk-list.jte", values);
    }

    private List<DeskRow> rows(OrderPage found, String list, OrderStatus status) {
        var another = !list.equals(seenIn);
        if (another) {
            seen.clear();
            seenIn = list;
        }
        var cards = customers.cards(found.orders().stream().map(order -> order.customer()).collect(Collectors.toSet()));
        var faces = desk.faces(found.orders());
        var marks = desk.marks(found.orders());
        var rows = new ArrayList<DeskRow>();
        for (var order : found.orders()) {
            var card = cards.get(order.customer());
            var fresh = seen.add(order.number().value()) && !another;
            rows.add(new DeskRow(order, card == null ? "" : card.displayName(), faces.getOrDefault(order.id(), List.of()),
                    address(Map.of("order", order.number().value(), "status", code(status))), order.number().value().equals(parameter("order")), fresh,
                    marks.getOrDefault(order.id(), OrderMarks.NONE)));
        }
        return rows;
    }

    private DeskTab tab(String code, long count, boolean current) {
        return new DeskTab(code, count, current, address(Map.of("status", code, "order", "", "page", "", "held", "", "late", "")));
    }

    private void showOrder() {
        var before = opened;
        opened = parameter("order").isEmpty() ? "" : new OrderNumber(parameter("order")).value();
        if (opened.isEmpty() && !before.isEmpty()) {
            // whoever closes an order stands where it was opened, or at the list where its row is gone
            page().getElement().executeJs("setTimeout(() => (document.getElementById($0) ?? this.querySelector('.ogrid'))?.focus())", "row-" + before);
        }
        drawer.setVisible(!opened.isEmpty());
        setClassName("with-order", !opened.isEmpty());
        if (opened.isEmpty()) {
            title(getTranslation("ordering.desk.title"));
            return;
        }
        var number = new OrderNumber(opened);
        title(getTranslation("ordering.desk.order", "number", opened));
        drawer.show(opened.equals(before) ? desk.find(number) : desk.open(number, me()), address(Map.of("order", "", "status", code(status()))));
    }

    private OrderFilter filter() {
        var channel = parameter("channel");
        return new OrderFilter(status(), bounded(parameter("q")), null, channel.matches("[a-z-]{1,20}") ? channel : "", "yes".equals(parameter("held")),
                "yes".equals(parameter("late")), parameter("agent").matches("[A-Z0-9-]{1,40}") ? parameter("agent") : "");
    }

    /** The same choice as a file. */
    private String exported() {
        var page = address(Map.of("order", "", "page", "", "status", code(status())));
        return "/console/orders/lines.csv" + (page.contains("?") ? page.substring(page.indexOf('?')) : "");
    }

    private OrderStatus status() {
        var asked = parameter("status");
        if (asked.isEmpty()) {
            return parameter("order").isEmpty() && parameter("q").isEmpty() ? OrderStatus.PLACED : null;
        }
        return Arrays.stream(OrderStatus.values()).filter(each -> code(each).equals(asked)).findFirst().orElse(null);
    }

    private static String code(OrderStatus status) {
        return status == null ? "all" : status.code();
    }

    private static String bounded(String text) {
        return text.length() <= LONGEST_QUERY ? text : text.substring(0, LONGEST_QUERY);
    }

    private StaffId me() {
        return user.requireStaff();
    }
}
