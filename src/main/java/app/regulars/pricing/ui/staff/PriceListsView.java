package app.regulars.pricing.ui.staff;

import app.regulars.customer.CustomerGroups;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.web.Templates;
import app.regulars.pricing.Audience;
import app.regulars.pricing.PriceLineForm;
import app.regulars.pricing.PriceListDesk;
import app.regulars.pricing.PriceListForm;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Price lists, and the one that is looked at: whom it is for, and what it says from which quantity on. */
@Route("console/prices")
@Menu(title = "pricing.menu", order = 23, icon = "tag")
@RolesAllowed(Permissions.PRICES_SEE)
class PriceListsView extends PricingPage {

    private static final long serialVersionUID = 1L;

    private final transient PriceListDesk desk;
    private final transient CustomerGroups groups;

    PriceListsView(Templates templates, CurrentUser user, Texts texts, PriceListDesk desk, CustomerGroups groups) {
        super(templates, user, texts, "lists");
        this.desk = desk;
        this.groups = groups;
        page().on("save-list", this::head).on("give", this::give).on("take", this::take).on("price", this::price)
                .on("unprice", values -> save(values, List.of(), () -> {
                    desk.remove(open(), id(values.get("id")), user().requireStaff());
                    refresh();
                }));
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("pricing.lists.title"));
        refresh();
    }

    private UUID open() {
        return id(parameter("list"));
    }

    private void head(Map<String, String> values) {
        var form = new PriceListForm(values.get("name"), values.get("labelEn"), values.get("labelFr"), values.get("from"), values.get("until"), "on".equals(values.get("active")));
        save(values, desk.problems(form), () -> {
            if ("new".equals(parameter("list"))) {
                var made = desk.add(form, user().requireStaff());
                change(Map.of("list", made.toString()));
            } else {
                desk.change(open(), form, user().requireStaff());
                refresh();
            }
        });
    }

    private void give(Map<String, String> values) {
        save(values, List.of(), () -> {
            desk.give(open(), values.get("audience"), "GROUP".equals(values.get("audience")) ? values.get("group") : values.get("whom"), user().requireStaff());
            refresh();
        });
    }

    private void take(Map<String, String> values) {
        var whom = desk.find(open()).audiences().stream().map(each -> each.audience()).filter(each -> key(each).equals(values.get("id"))).findFirst();
        whom.ifPresent(each -> save(values, List.of(), () -> {
            desk.take(open(), each, user().requireStaff());
            refresh();
        }));
    }

    private static String key(Audience whom) {
        return whom.kind() + (whom.id() == null ? "" : ":" + whom.id());
    }

    private void price(Map<String, String> values) {
        var form = new PriceLineForm(values.get("scope"), values.get("target"), values.get("quantity"), values.get("amount"), values.get("percent"));
        save(values, List.of(), () -> {
            desk.set(open(), form, user().requireStaff());
            refresh();
            getElement().executeJs("setTimeout(()=>this.querySelector('#target')?.focus())");
        });
    }

    @Override
    void refresh(Map<String, String> typed, List<Refused> problems) {
        var model = model(typed, problems);
        var fresh = "new".equals(parameter("list"));
        model.put("lists", desk.list());
        model.put("fresh", fresh);
        model.put("open", fresh || parameter("list").isEmpty() ? null : desk.find(open()));
        model.put("groups", groups.all().stream().filter(group -> !group.retired()).toList());
        show("pricing/lists.jte", model);
    }
}
