package app.regulars.console;

import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.audit.AuditCheck;
import app.regulars.platform.audit.AuditDesk;
import app.regulars.platform.audit.AuditRow;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.staff.StaffCard;
import app.regulars.staff.StaffDirectory;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Who did what, and who looked at whom. Filter and place are in the address. */
@Route("console/audit")
@Menu(title = "console.audit.title", order = 53, icon = "eye")
@RolesAllowed(Permissions.AUDIT_SEE)
class AuditView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final int SIZE = 50;

    private final transient AuditDesk desk;
    private final transient AuditQuestion question;
    private final transient StaffDirectory staff;
    private final transient CustomerDirectory customers;
    private final transient CurrentUser user;
    private final transient Texts texts;
    private final transient Shop shop;
    private transient AuditCheck checked;

    AuditView(AuditDesk desk, AuditQuestion question, StaffDirectory staff, CustomerDirectory customers, CurrentUser user, Texts texts, Shop shop, Templates templates) {
        super(templates);
        this.desk = desk;
        this.question = question;
        this.staff = staff;
        this.customers = customers;
        this.user = user;
        this.texts = texts;
        this.shop = shop;
        addClassNames("page", "audit");
        page().on("filter", values -> {
            var changes = new HashMap<String, String>();
            AuditQuestion.NAMES.forEach(name -> changes.put(name, values.getOrDefault(name, "").strip()));
            changes.put("place", "");
            change(changes);
        });
        page().on("check", values -> {
            checked = desk.check(user.requireStaff());
            refresh();
        });
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("console.audit.title"));
        refresh();
    }

    private void refresh() {
        var asked = AuditQuestion.NAMES.stream().collect(Collectors.toMap(name -> name, this::parameter));
        var filter = question.filter(asked);
        var page = desk.page(filter, parameter("place"), SIZE);
        var model = new HashMap<String, Object>();
        model.put("rows", page.rows());
        model.put("staff", staff.cards(page.rows().stream().map(AuditRow::staff).filter(Objects::nonNull).toList()));
        model.put("customers", customers.cards(page.rows().stream().map(AuditRow::customer).filter(Objects::nonNull).distinct().toList()));
        var people = staff.everybody().stream().sorted(java.util.Comparator.comparing(StaffCard::name)).toList();
        model.put("people", people);
        model.put("words", new AuditWords(texts, locale(), shop.zone(), people.stream().collect(Collectors.toMap(card -> card.id().toString(), StaffCard::name))));
        model.put("actions", desk.actions());
        model.put("asked", asked);
        model.put("narrowed", asked.values().stream().anyMatch(value -> !value.isBlank()));
        model.put("clear", address(AuditQuestion.NAMES.stream().collect(Collectors.toMap(name -> name, name -> ""))));
        model.put("older", page.older() == null ? null : address(Map.of("place", page.older())));
        model.put("newer", page.newer() == null ? null : address(Map.of("place", page.newer())));
        model.put("export", user.may(Permissions.AUDIT_EXPORT) ? "/console/audit.csv" + query(asked) : null);
        model.put("reached", page.reached());
        model.put("checked", checked);
        model.put("lastCheck", desk.lastCheck().map(words -> words.split(" ")).orElse(null));
        show("console/audit.jte", model);
    }

    private static String query(Map<String, String> asked) {
        var query = asked.entrySet().stream().filter(entry -> !entry.getValue().isBlank())
                .map(entry -> entry.getKey() + "=" + java.net.URLEncoder.encode(entry.getValue(), java.nio.charset.StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }
}
