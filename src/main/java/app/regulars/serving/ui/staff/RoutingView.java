package app.regulars.serving.ui.staff;

import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.serving.RoutingBook;
import app.regulars.serving.RoutingDesk;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The ordered rules of routing: edit, order, switch, try on the past; and what was decided by them. */
@Route("console/routing")
@Menu(title = "serving.routing.menu", order = 8.2, icon = "flow")
@RolesAllowed(Permissions.INQUIRIES_SEE)
class RoutingView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final int LATEST = 20;

    private final transient RoutingDesk desk;
    private final transient Choices choices;
    private final transient CurrentUser user;
    private final transient Texts texts;
    /** Position of the rule that is being changed from 0, the number of rules for a new one, -1 for none. */
    private int editing = -1;
    private int version;

    RoutingView(Templates templates, RoutingDesk desk, Choices choices, CurrentUser user, Texts texts) {
        super(templates);
        this.desk = desk;
        this.choices = choices;
        this.user = user;
        this.texts = texts;
        page().on("open", values -> edit(at(values))).on("close", values -> edit(-1)).on("save", this::save)
                .on("remove", values -> change(rules -> rules.remove(at(values))))
                .on("up", values -> change(rules -> Collections.swap(rules, at(values), at(values) - 1)))
                .on("down", values -> change(rules -> Collections.swap(rules, at(values), at(values) + 1)))
                .on("switch", values -> change(rules -> rules.set(at(values), switched(rules.get(at(values))))))
                .on("try", values -> change(Map.of("days", values.getOrDefault("days", ""))));
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("serving.routing.title"));
        editing = -1;
        refresh();
    }

    /** A change of the list of rules. */
    @FunctionalInterface
    private interface Edit {
        void on(List<RoutingBook.Rule> rules);
    }

    private static int at(Map<String, String> values) {
        return Integer.parseInt(values.getOrDefault("id", "-1"));
    }

    private void edit(int position) {
        editing = position;
        refresh();
        getElement().executeJs(position < 0 ? "setTimeout(()=>this.querySelector('[data-action=open]')?.focus())"
                : "setTimeout(()=>this.querySelector('form.serving-rule input')?.focus())");
    }

    private void change(Edit edit) {
        try {
            var rules = new ArrayList<>(desk.rules().content().rules());
            edit.on(rules);
            desk.save(version, new RoutingBook(rules), user.requireStaff());
            Notices.done(texts.get(locale(), "serving.saved", Map.of("version", version + 1)));
            editing = -1;
            refresh();
        } catch (IndexOutOfBoundsException gone) {
            refresh();
        } catch (Refused refused) {
            var text = texts.get(locale(), refused.key(), refused.arguments());
            var beside = editing >= 0 && refused.field() != null;
            page().patch("#serving-wrong", beside ? "" : render("serving/error.jte", Map.of("text", text)));
            page().fieldError(beside ? refused.field() : "none", text);
        }
    }

    private void save(Map<String, String> typed) {
        change(rules -> {
            var on = editing >= rules.size() || rules.get(editing).on();
            var rule = new RoutingBook.Rule(typed.getOrDefault("name", "").strip(), on, Typed.list(typed, "types"), Typed.list(typed, "products"), Typed.list(typed, "languages"),
                    Typed.list(typed, "words"), Typed.list(typed, "tiers"), Typed.list(typed, "channels"), Typed.text(typed, "alike"),
                    Objects.requireNonNullElse(Typed.number(typed, "alikeAt"), 60), Typed.text(typed, "team"), Typed.id(typed, "person"), Typed.text(typed, "priority"));
            if (editing >= rules.size()) {
                rules.add(rule);
            } else {
                rules.set(editing, rule);
            }
        });
    }

    private static RoutingBook.Rule switched(RoutingBook.Rule rule) {
        return new RoutingBook.Rule(rule.name(), !rule.on(), rule.types(), rule.products(), rule.languages(), rule.words(), rule.tiers(), rule.channels(), rule.alike(),
                rule.alikeAt(), rule.team(), rule.person(), rule.priority());
    }

    private void refresh() {
        var read = desk.rules();
        version = read.version();
        var rules = read.content().rules();
        var days = number("days", 0, 0, 365);
        var model = new HashMap<String, Object>();
        model.put("rules", rules);
        model.put("version", version);
        model.put("editing", editing);
        model.put("mayChange", user.may(Permissions.SHOP_SETUP));
        model.put("columns", columns());
        model.put("values", editing >= 0 && editing < rules.size() ? values(rules.get(editing)) : Map.of());
        model.put("teams", choices.teams("serving.rule.leave", locale()));
        model.put("people", choices.people("serving.rule.shared", locale()));
        model.put("days", days);
        model.put("tried", days == 0 ? List.of() : desk.test(read.content(), days, locale()));
        model.put("decisions", desk.decisions(LATEST));
        show("serving/routing.jte", model);
    }

    private List<Column> columns() {
        return List.of(Column.text("name", "serving.rule.name"), Column.text("types", "serving.rule.types").hinted("serving.rule.list.hint"),
                Column.text("products", "serving.rule.products").hinted("serving.rule.products.hint"), Column.text("languages", "serving.rule.languages").hinted("serving.rule.languages.hint"),
                Column.text("words", "serving.rule.words").of("long").hinted("serving.rule.words.hint"), Column.text("tiers", "serving.rule.tiers").hinted("serving.rule.list.hint"),
                Column.text("channels", "serving.rule.channels").hinted("serving.rule.list.hint"), Column.choice("alike", "serving.rule.alike", choices.teams("serving.any", locale())),
                Column.number("alikeAt", "serving.rule.alike-at"), Column.choice("team", "serving.rule.to-team", choices.teams("serving.rule.leave", locale())),
                Column.choice("person", "serving.rule.to-person", choices.people("serving.rule.shared", locale())),
                Column.choice("priority", "serving.rule.priority", choices.priorities("serving.rule.leave", locale())));
    }

    private static Map<String, String> values(RoutingBook.Rule rule) {
        var values = new HashMap<String, String>();
        values.put("name", rule.name());
        values.put("types", String.join(", ", rule.types()));
        values.put("products", String.join(", ", rule.products()));
        values.put("languages", String.join(", ", rule.languages()));
        values.put("words", String.join(", ", rule.words()));
        values.put("tiers", String.join(", ", rule.tiers()));
        values.put("channels", String.join(", ", rule.channels()));
        values.put("alike", Objects.toString(rule.alike(), ""));
        values.put("alikeAt", String.valueOf(rule.alikeAt()));
        values.put("team", Objects.toString(rule.team(), ""));
        values.put("person", Objects.toString(rule.person(), ""));
        values.put("priority", Objects.toString(rule.priority(), ""));
        return values;
    }
}
