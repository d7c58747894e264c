package app.regulars.customer.ui.staff;

import app.regulars.customer.CustomField;
import app.regulars.customer.CustomerDesk;
import app.regulars.customer.CustomerFilter;
import app.regulars.customer.CustomerSettings;
import app.regulars.customer.MyProfile;
import app.regulars.customer.PartyRole;
import app.regulars.customer.ProfileAnswers;
import app.regulars.customer.Stage;
import app.regulars.customer.StageDesk;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.Arrays;
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
    private static final List<String> PLAIN = List.of("q", "kind", "role", "stage", "source", "province", "size", "activity", "need", "channel", "language");

    private final transient CustomerDesk desk;
    private final transient StageDesk stages;
    private final transient CustomerSettings settings;
    private final transient Texts texts;
    private transient Map<String, String> asked = Map.of();

    CustomerListView(Templates templates, CustomerDesk desk, StageDesk stages, CustomerSettings settings, Texts texts) {
        super(templates);
        this.desk = desk;
        this.stages = stages;
        this.settings = settings;
        this.texts = texts;
        page().on("filter", this::filter);
    }

    private void filter(Map<String, String> typed) {
        var changes = new HashMap<String, String>();
        typed.forEach((name, value) -> {
            if (PLAIN.contains(name) || name.startsWith("f.") && name.length() < 42) {
                changes.put(name, value);
            }
        });
        changes.put("page", "");
        change(changes);
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("customer.customers.title"));
        var custom = desk.fields();
        var parameters = new TreeMap<String, String>();
        PLAIN.forEach(name -> parameters.put(name, parameter(name)));
        custom.forEach(field -> parameters.put("f." + field.code(), parameter("f." + field.code())));
        parameters.values().removeIf(String::isBlank);
        asked = parameters;
        var filter = CustomerFilter.of(parameters);
        var choice = settings.now();
        var number = number("page", 1, 1, 10_000);
        var rows = desk.list(filter, number - 1, choice.size());
        var count = desk.count(filter);
        var names = new LinkedHashMap<String, String>();
        stages.list().forEach(stage -> names.put(stage.code(), stage.label().in(locale())));
        var choices = choices(custom);
        var model = new HashMap<String, Object>();
        model.put("rows", rows);
        model.put("count", count);
        model.put("query", filter.text());
        model.put("chips", chips(choices));
        model.put("choices", choices);
        model.put("stages", names);
        model.put("settings", choice);
        model.put("export", "/console/customers.csv" + query(parameters));
        model.put("first", (number - 1L) * choice.size() + 1);
        model.put("newer", number == 1 ? null : address(Map.of("page", String.valueOf(number - 1))));
        model.put("older", (long) number * choice.size() >= count ? null : address(Map.of("page", String.valueOf(number + 1))));
        show("customer/customers.jte", model);
    }

    private List<FilterChip> chips(List<FilterChoice> choices) {
        return choices.stream().filter(choice -> !choice.value().isBlank()).map(choice -> new FilterChip(choice.label() + ": "
                + choice.options().getOrDefault(choice.value(), choice.value()), address(Map.of(choice.name(), "", "page", "")))).toList();
    }

    private List<FilterChoice> choices(List<CustomField> custom) {
        var choices = new ArrayList<FilterChoice>();
        choices.add(coded("kind", List.of("person", "company"), "customer.kind."));
        choices.add(coded("role", Arrays.stream(PartyRole.values()).map(PartyRole::code).toList(), "customer.role."));
        var names = new LinkedHashMap<String, String>();
        stages.list().stream().filter(stage -> !stage.retired()).forEach((Stage stage) -> names.put(stage.code(), stage.label().in(locale())));
        choices.add(new FilterChoice("stage", text("customer.filter.stage"), parameter("stage"), null, names));
        choices.add(coded("source", desk.sources(), "customer.source."));
        choices.add(coded("province", MyProfile.PROVINCES, "customer.province."));
        var sizes = new ArrayList<>(ProfileAnswers.COMPANY_SIZES);
        sizes.addAll(ProfileAnswers.PERSON_SIZES);
        choices.add(coded("size", sizes, "customer.size."));
        choices.add(coded("activity", ProfileAnswers.ACTIVITIES, "customer.activity."));
        choices.add(coded("need", ProfileAnswers.NEEDS, "customer.need."));
        choices.add(coded("channel", ProfileAnswers.CHANNELS, "customer.channel."));
        choices.add(coded("language", List.of("en", "fr"), "customer.language."));
        for (var field : custom) {
            var options = new LinkedHashMap<String, String>();
            switch (field.kind()) {
                case CHOICE -> field.choices().forEach(option -> options.put(option.code(), option.label().in(locale())));
                case YES_NO -> List.of("yes", "no").forEach(answer -> options.put(answer, text("customer.answer." + answer)));
                default -> {
                }
            }
            choices.add(new FilterChoice("f." + field.code(), field.label().in(locale()), parameter("f." + field.code()), options.isEmpty() ? field.kind() : null, options));
        }
        return choices;
    }

    private FilterChoice coded(String name, List<String> codes, String prefix) {
        var options = new LinkedHashMap<String, String>();
        codes.forEach(code -> options.put(code, texts.has(prefix + code) ? text(prefix + code) : code));
        return new FilterChoice(name, text("customer.filter." + name), parameter(name), null, options);
    }

    private String text(String key) {
        return texts.get(locale(), key);
    }

    private static String query(Map<String, String> parameters) {
        return parameters.isEmpty() ? "" : "?" + new Location("x", QueryParameters.simple(parameters)).getQueryParameters().getQueryString();
    }
}
