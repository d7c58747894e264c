package app.regulars.search.ui.staff;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.Live;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.search.SearchDesk;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** What is looked for and what is found, what staff tell the search about it, and the index. Tab, period and question are in the address. */
@Route("console/search")
@Menu(title = "search.desk.title", order = 25, icon = "search")
@RolesAllowed(Permissions.SEARCH_TUNE)
class SearchDeskView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final List<String> TABS = List.of("asked", "words", "places", "redirects", "index");
    private static final List<String> PERIODS = List.of("7", "30", "90", "365");
    private static final int MOST_ASKED = 50;
    private static final int MOST_HITS = 12;
    private static final int LONGEST = 200;

    private final transient SearchDesk desk;
    private final transient CurrentUser user;
    private final transient Texts texts;
    private final transient Clock clock;

    SearchDeskView(SearchDesk desk, CurrentUser user, Texts texts, Clock clock, Templates templates) {
        super(templates);
        this.desk = desk;
        this.user = user;
        this.texts = texts;
        this.clock = clock;
        addClassName("page");
        page().on("period", values -> change(Map.of("days", values.getOrDefault("value", ""))));
        page().on("look", values -> change(Map.of("q", cut(values.getOrDefault("q", "").strip()), "lang", values.getOrDefault("lang", ""))));
        page().on("add", this::add);
        page().on("place", this::place);
        page().on("remove", values -> {
            desk.remove(id(values.get("id")), user.requireStaff());
            Notices.done(getTranslation("search.rule.removed"));
            refresh(Map.of(), Map.of());
        });
        page().on("check", values -> {
            var state = desk.check(user.requireStaff());
            Notices.done(getTranslation(state.isEqual() ? "search.index.equal.now" : "search.index.different.now"));
            refresh(Map.of(), Map.of());
        });
        page().on("rebuild", values -> {
            desk.rebuild(user.requireStaff());
            refresh(Map.of(), Map.of());
        });
        Live.on("search-index", this, () -> {
            if ("index".equals(tab())) {
                refresh(Map.of(), Map.of());
            }
        });
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("search.desk.title"));
        refresh(Map.of(), Map.of());
    }

    private String tab() {
        return TABS.contains(parameter("tab")) ? parameter("tab") : TABS.getFirst();
    }

    private Locale asCustomer() {
        return "fr".equals(parameter("lang")) ? Languages.FRENCH : "en".equals(parameter("lang")) ? Languages.ENGLISH : locale();
    }

    private void add(Map<String, String> typed) {
        try {
            desk.add(typed.getOrDefault("kind", ""), typed.getOrDefault("language", ""), typed.get("asked"), typed.get("answer"), user.requireStaff());
            Notices.done(getTranslation("search.rule.added"));
            refresh(Map.of(), Map.of());
        } catch (Refused refused) {
            refresh(typed, Map.of(String.valueOf(refused.field()), texts.get(locale(), refused.key(), refused.arguments())));
            getElement().executeJs("setTimeout(()=>this.querySelector('[aria-invalid=true]')?.focus())");
        }
    }

    /** Pins or buries one of the hits for what was looked up. */
    private void place(Map<String, String> values) {
        var kind = "bury".equals(values.get("kind")) ? "bury" : "pin";
        try {
            desk.add(kind, Languages.code(asCustomer()), parameter("q"), values.getOrDefault("ref", ""), user.requireStaff());
            Notices.done(getTranslation("search.place." + kind + ".done"));
        } catch (Refused refused) {
            Notices.error(texts.get(locale(), refused.key(), refused.arguments()));
        }
        refresh(Map.of(), Map.of());
    }

    private void refresh(Map<String, String> typed, Map<String, String> errors) {
        var model = new HashMap<String, Object>();
        var tab = tab();
        model.put("tab", tab);
        model.put("tabs", TABS);
        model.put("typed", typed.isEmpty() ? Map.of("asked", parameter("asked"), "answer", "", "kind", "", "language", parameter("lang")) : typed);
        model.put("errors", errors);
        model.put("rules", desk.rules());
        switch (tab) {
            case "asked" -> {
                var days = PERIODS.contains(parameter("days")) ? parameter("days") : "30";
                model.put("days", days);
                model.put("periods", PERIODS);
                model.put("report", desk.report(clock.instant().minus(Duration.ofDays(Long.parseLong(days))), MOST_ASKED));
            }
            case "places" -> {
                var question = cut(parameter("q").strip());
                model.put("question", question);
                model.put("lang", Languages.code(asCustomer()));
                model.put("hits", desk.products(question, asCustomer(), MOST_HITS));
            }
            case "index" -> model.put("index", desk.index());
            default -> { }
        }
        show("search/desk.jte", model);
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(LONGEST, text.length()));
    }

    private static UUID id(String value) {
        try {
            return UUID.fromString(String.valueOf(value));
        } catch (IllegalArgumentException notAnId) {
            throw new NotFound();
        }
    }
}
