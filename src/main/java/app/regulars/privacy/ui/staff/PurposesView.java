package app.regulars.privacy.ui.staff;

import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.privacy.PurposeDesk;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What people may be asked for: add a purpose, switch it, publish new words, say what the law implies. */
@Route("console/consents")
@Menu(title = "privacy.desk.menu", order = 53, icon = "shield")
@RolesAllowed(Permissions.PRIVACY_SETUP)
class PurposesView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final String NEW = "new";

    private final transient PurposeDesk desk;
    private final transient CurrentUser user;
    private final transient Texts texts;
    private Map<String, String> typed = Map.of();

    PurposesView(Templates templates, PurposeDesk desk, CurrentUser user, Texts texts) {
        super(templates);
        this.desk = desk;
        this.user = user;
        this.texts = texts;
        page().on("add", this::add).on("publish", this::publish).on("limits", this::limits).on("offer", values -> {
            var on = !desk.find(parameter("open")).purpose().offered();
            desk.offer(parameter("open"), on, user.requireStaff());
            done(on ? "privacy.desk.switched-on" : "privacy.desk.switched-off");
        });
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("privacy.desk.menu"));
        typed = Map.of();
        refresh(List.of());
    }

    private void add(Map<String, String> values) {
        typed = Map.copyOf(values);
        var code = values.getOrDefault("code", "").strip();
        var problems = desk.problems(code, channels(values), words(values));
        if (problems.isEmpty()) {
            desk.add(code, channels(values), words(values), user.requireStaff());
            Notices.done(getTranslation("privacy.desk.added"));
            change(Map.of("open", code));
        } else {
            wrong(problems);
        }
    }

    private void publish(Map<String, String> values) {
        typed = Map.copyOf(values);
        var problems = desk.problems(words(values));
        if (problems.isEmpty()) {
            desk.publish(parameter("open"), words(values), "on".equals(values.get("substance")), user.requireStaff());
            typed = Map.of();
            done("on".equals(values.get("substance")) ? "privacy.desk.published.substance" : "privacy.desk.published");
        } else {
            wrong(problems);
        }
    }

    private void limits(Map<String, String> values) {
        try {
            desk.change(parameter("open"), channels(values), months(values.get("purchase"), "purchase"), months(values.get("inquiry"), "inquiry"), user.requireStaff());
            done("privacy.desk.changed");
        } catch (Refused refused) {
            typed = Map.copyOf(values);
            wrong(List.of(refused));
        }
    }

    private static Integer months(String typed, String field) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            return Integer.valueOf(typed.strip());
        } catch (NumberFormatException notANumber) {
            throw new Refused("privacy.desk.months.broken", field, Map.of("most", 36));
        }
    }

    private void done(String said) {
        Notices.done(getTranslation(said));
        refresh(List.of());
    }

    private void wrong(List<Refused> problems) {
        refresh(problems);
        getElement().executeJs("setTimeout(()=>this.querySelector('[aria-invalid=true]')?.focus())");
    }

    private static PurposeDesk.Words words(Map<String, String> values) {
        return new PurposeDesk.Words(new Localized(values.getOrDefault("title-en", ""), values.getOrDefault("title-fr", "")),
                new Localized(values.getOrDefault("sentence-en", ""), values.getOrDefault("sentence-fr", "")));
    }

    private static List<String> channels(Map<String, String> values) {
        return Arrays.stream(values.getOrDefault("channels", "").split("\n")).filter(channel -> !channel.isBlank()).toList();
    }

    private void refresh(List<Refused> problems) {
        var errors = new LinkedHashMap<String, String>();
        problems.forEach(problem -> errors.putIfAbsent(String.valueOf(problem.field()), texts.get(locale(), problem.key(), problem.arguments())));
        var open = parameter("open");
        var all = desk.list();
        var links = new LinkedHashMap<String, String>();
        all.forEach(file -> links.put(file.purpose().code(), address(Map.of("open", file.purpose().code()))));
        var model = new HashMap<String, Object>();
        model.put("tabs", ConsentTab.at("purposes"));
        model.put("files", all);
        model.put("links", links);
        model.put("open", open.isBlank() || NEW.equals(open) ? null : desk.find(open));
        model.put("adding", NEW.equals(open));
        model.put("fresh", address(Map.of("open", NEW)));
        model.put("back", address(Map.of("open", "")));
        model.put("typed", typed);
        model.put("errors", errors);
        show("privacy/desk-purposes.jte", model);
    }
}
