package app.regulars.shipping.ui.staff;

import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.shipping.Carriers;
import app.regulars.shipping.DeliveryDesk;
import app.regulars.shipping.DeliveryForm;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The ways by which parcels leave, and what they cost where; one is open at a time. */
@Route("console/delivery")
@Menu(title = "shipping.delivery.title", order = 28, icon = "truck")
@RolesAllowed(Permissions.SHOP_SETUP)
class DeliveryView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final String NEW = "new";
    private static final int MOST_RATES = 13;

    private final transient DeliveryDesk desk;
    private final transient CurrentUser user;
    private final transient Texts texts;
    private String edition = "";

    DeliveryView(Templates templates, DeliveryDesk desk, CurrentUser user, Texts texts) {
        super(templates);
        this.desk = desk;
        this.user = user;
        this.texts = texts;
        page().on("save", this::sent);
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("shipping.delivery.title"));
        edition = desk.edition();
        refresh(opened(), List.of());
        if (!parameter("option").isEmpty()) {
            getElement().executeJs("setTimeout(()=>this.querySelector('#nameEn')?.focus())");
        }
    }

    /** What stands in the form; null where none is open. */
    private DeliveryForm opened() {
        if (NEW.equals(parameter("option"))) {
            return new DeliveryForm(null, "", "", "", true, List.of(DeliveryForm.Rate.EMPTY));
        }
        return desk.list().stream().filter(option -> option.code().equals(parameter("option"))).findFirst().map(option -> {
            var name = desk.name(option.code());
            return new DeliveryForm(option.code(), name.en(), name.fr(), option.carrier(), option.on(), option.rates().stream().map(desk::typed).toList());
        }).orElse(null);
    }

    private void sent(Map<String, String> values) {
        var form = form(values);
        var what = values.getOrDefault("do", "save");
        if (what.equals("add") && form.rates().size() < MOST_RATES) {
            var more = new ArrayList<>(form.rates());
            more.add(DeliveryForm.Rate.EMPTY);
            refresh(with(form, more), List.of());
            getElement().executeJs("setTimeout(()=>this.querySelector('#price' + $0)?.focus())", more.size() - 1);
        } else if (what.matches("drop-\\d{1,2}") && form.rates().size() > 1) {
            var fewer = new ArrayList<>(form.rates());
            var at = Integer.parseInt(what.substring(5));
            if (at < fewer.size()) {
                fewer.remove(at);
            }
            refresh(with(form, fewer), List.of());
            getElement().executeJs("setTimeout(()=>this.querySelector('#add-rate')?.focus())");
        } else {
            save(form);
        }
    }

    private void save(DeliveryForm form) {
        var problems = desk.problems(form);
        if (problems.isEmpty()) {
            try {
                desk.save(form, edition, user.requireStaff());
                Notices.done(getTranslation("shipping.delivery.saved"));
                change(Map.of("option", ""));
                return;
            } catch (Refused faster) {
                problems = List.of(faster);
                edition = desk.edition();
            }
        }
        refresh(form, problems);
        getElement().executeJs("setTimeout(()=>{const bad=this.querySelector('[aria-invalid=true], .form-bad');bad?.closest('details')?.setAttribute('open','');bad?.focus()})");
    }

    private static DeliveryForm with(DeliveryForm form, List<DeliveryForm.Rate> rates) {
        return new DeliveryForm(form.code(), form.nameEn(), form.nameFr(), form.carrier(), form.on(), rates);
    }

    private DeliveryForm form(Map<String, String> values) {
        var rates = new ArrayList<DeliveryForm.Rate>();
        for (var at = 0; at < MOST_RATES && values.containsKey("price" + at); at++) {
            var places = values.getOrDefault("places" + at, "");
            rates.add(new DeliveryForm.Rate(places.isBlank() ? Set.of() : new TreeSet<>(Arrays.asList(places.split("\n"))), values.get("price" + at),
                    values.getOrDefault("from" + at, ""), values.getOrDefault("then" + at, ""), values.getOrDefault("days" + at, ""),
                    values.getOrDefault("weights" + at, ""), values.getOrDefault("most" + at, "")));
        }
        return new DeliveryForm(NEW.equals(parameter("option")) ? null : parameter("option"), values.get("nameEn"), values.get("nameFr"), values.get("carrier"),
                "on".equals(values.get("on")), rates);
    }

    private void refresh(DeliveryForm form, List<Refused> problems) {
        var errors = new LinkedHashMap<String, String>();
        problems.forEach(problem -> errors.putIfAbsent(problem.field() == null ? "form" : problem.field(), texts.get(locale(), problem.key(), problem.arguments())));
        var model = new HashMap<String, Object>();
        model.put("lines", desk.list().stream().map(option -> new DeliveryLine(option, desk.name(option.code()), address(Map.of("option", option.code())))).toList());
        model.put("form", form);
        model.put("fresh", address(Map.of("option", NEW)));
        model.put("back", address(Map.of("option", "")));
        model.put("carriers", Carriers.known());
        model.put("errors", errors);
        show("shipping/delivery.jte", model);
    }
}
