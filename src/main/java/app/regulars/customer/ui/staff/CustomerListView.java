package app.regulars.customer.ui.staff;

import app.regulars.customer.CustomerDesk;
import app.regulars.customer.CustomerFilter;
import app.regulars.customer.CustomerGroup;
import app.regulars.customer.CustomerSettings;
import app.regulars.customer.GroupDesk;
import app.regulars.customer.StageDesk;
import app.regulars.platform.Refused;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All customers, found by words and narrowed by what we know of them. Every filter and the page stand in the address. */
@Route("console/customers")
@Menu(title = "customer.customers.title", order = 3, icon = "people")
@RolesAllowed(Permissions.CUSTOMERS_SEE)
class CustomerListView extends TemplateView {

    private static final long serialVersionUID = 1L;
    /** The parameter that says which group is about to fill itself by these filters. */
    private static final String FOR = "for";

    private final transient CustomerDesk desk;
    private final transient StageDesk stages;
    private final transient CustomerSettings settings;
    private final transient GroupDesk groups;
    private final transient FilterChoices choices;
    private final transient CurrentUser user;
    private transient CustomerFilter asked = CustomerFilter.everybody();

    CustomerListView(Templates templates, CustomerDesk desk, StageDesk stages, CustomerSettings settings, GroupDesk groups, FilterChoices choices, CurrentUser user) {
        super(templates);
        this.desk = desk;
        this.stages = stages;
        this.settings = settings;
        this.groups = groups;
        this.choices = choices;
        this.user = user;
        page().on("filter", this::filter).on("keep", values -> keep());
    }

    private void filter(Map<String, String> typed) {
        var changes = new HashMap<String, String>();
        typed.forEach((name, value) -> {
            if (CustomerFilter.NAMES.contains(name) || name.startsWith("f.") && name.length() < 42) {
                changes.put(name, value);
            }
        });
        changes.put("page", "");
        change(changes);
    }

    /** The group that was opened for it fills itself by the filters that are set now. */
    private void keep() {
        try {
            groups.ask(parameter(FOR), asked.written(), user.requireStaff());
            Notices.done(getTranslation("customer.record.saved"));
            getUI().ifPresent(ui -> ui.navigate("console/groups", QueryParameters.of("group", parameter(FOR))));
        } catch (Refused refused) {
            Notices.error(getTranslation(refused.key()));
        }
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("customer.customers.title"));
        var parameters = new TreeMap<String, String>();
        CustomerFilter.NAMES.forEach(name -> parameters.put(name, parameter(name)));
        desk.fields().forEach(field -> parameters.put("f." + field.code(), parameter("f." + field.code())));
        var filter = CustomerFilter.of(parameters);
        asked = filter;
        var choice = settings.now();
        var number = number("page", 1, 1, 10_000);
        var rows = desk.list(filter, number - 1, choice.size());
        var count = desk.count(filter);
        var names = new LinkedHashMap<String, String>();
        stages.list().forEach(stage -> names.put(stage.code(), stage.label().in(locale())));
        var model = new HashMap<String, Object>();
        model.put("rows", rows);
        model.put("count", count);
        model.put("query", filter.text());
        var chosen = choices.of(filter, locale());
        model.put("chips", chips(chosen));
        model.put("choices", chosen);
        var group = groups.names().stream().filter(CustomerGroup::fillsItself).filter(some -> some.code().equals(parameter(FOR))).findFirst();
        model.put("group", user.may(Permissions.CUSTOMERS_SETUP) ? group.orElse(null) : null);
        model.put("segment", user.may(Permissions.CUSTOMERS_SETUP) ? "/console/groups?conditions=" + URLEncoder.encode(filter.written(), StandardCharsets.UTF_8) : null);
        model.put("stages", names);
        model.put("settings", choice);
        model.put("export", user.may(Permissions.DATA_EXPORT) ? "/console/customers.csv" + (filter.written().isEmpty() ? "" : "?" + filter.written()) : null);
        model.put("first", (number - 1L) * choice.size() + 1);
        model.put("newer", number == 1 ? null : address(Map.of("page", String.valueOf(number - 1))));
        model.put("older", (long) number * choice.size() >= count ? null : address(Map.of("page", String.valueOf(number + 1))));
        show("customer/customers.jte", model);
    }

    private List<FilterChip> chips(List<FilterChoice> choices) {
        return choices.stream().filter(choice -> !choice.value().isBlank())
                .map(choice -> new FilterChip(choice.shown(), address(Map.of(choice.name(), "", "page", "")))).toList();
    }
}
