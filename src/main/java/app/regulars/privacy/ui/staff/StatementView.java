package app.regulars.privacy.ui.staff;

import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.text.Markdown;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.privacy.PrivacyStatements.Statement;
import app.regulars.privacy.StatementDesk;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The privacy statement, version by version: what it says otherwise than the one before, and the next one to be published. */
@Route("console/consents/statement")
@RolesAllowed(Permissions.PRIVACY_SETUP)
class StatementView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final String NEW = "new";

    private final transient StatementDesk desk;
    private final transient CurrentUser user;
    private final transient Texts texts;
    private final transient Shop shop;
    private Map<String, String> typed = Map.of();

    StatementView(Templates templates, StatementDesk desk, CurrentUser user, Texts texts, Shop shop) {
        super(templates);
        this.desk = desk;
        this.user = user;
        this.texts = texts;
        this.shop = shop;
        page().on("save", this::save).on("preview", values -> {
            if (Languages.ALL.stream().map(Languages::code).anyMatch(values.getOrDefault("language", "")::equals)) {
                page().patch("#preview-" + values.get("language"), Markdown.article(values.getOrDefault("value", "")));
            }
        });
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("privacy.desk.tab.statement"));
        typed = Map.of();
        refresh(List.of());
    }

    private void save(Map<String, String> values) {
        typed = Map.copyOf(values);
        if (!"publish".equals(values.get("do"))) {
            refresh(List.of());
            return;
        }
        try {
            var version = desk.publish(new Localized(values.getOrDefault("content-en", ""), values.getOrDefault("content-fr", "")), from(values.get("from")),
                    user.requireStaff());
            page().clearDraft("statement-en");
            page().clearDraft("statement-fr");
            Notices.done(getTranslation("privacy.desk.statement.published", "version", version));
            change(Map.of("open", String.valueOf(version)));
        } catch (Refused refused) {
            refresh(List.of(refused));
            getElement().executeJs("setTimeout(()=>this.querySelector('[aria-invalid=true]')?.focus())");
        }
    }

    /** The beginning of that day where the shop is; null for now. */
    private Instant from(String day) {
        try {
            return day == null || day.isBlank() ? null : LocalDate.parse(day).atStartOfDay(shop.zone()).toInstant();
        } catch (DateTimeException notADay) {
            throw new Refused("privacy.desk.statement.from.broken", "from", Map.of());
        }
    }

    private void refresh(List<Refused> problems) {
        var errors = new LinkedHashMap<String, String>();
        problems.forEach(problem -> errors.putIfAbsent(String.valueOf(problem.field()), texts.get(locale(), problem.key(), problem.arguments())));
        var versions = desk.versions(locale());
        var open = parameter("open");
        var links = new LinkedHashMap<Integer, String>();
        versions.forEach(version -> links.put(version.version(), address(Map.of("open", String.valueOf(version.version())))));
        var shown = versions.stream().filter(version -> open.equals(String.valueOf(version.version()))).findFirst().orElse(null);
        var model = new HashMap<String, Object>();
        model.put("tabs", ConsentTab.at("statement"));
        model.put("versions", versions);
        model.put("links", links);
        model.put("fresh", address(Map.of("open", NEW)));
        model.put("back", address(Map.of("open", "")));
        model.put("shown", shown);
        model.put("html", shown == null ? "" : Markdown.article(shown.content()));
        model.put("difference", shown == null ? List.of() : difference(shown, locale()));
        model.put("draft", NEW.equals(open) ? draft() : null);
        model.put("drafted", NEW.equals(open) && !typed.isEmpty() ? drafted() : Map.of());
        model.put("errors", errors);
        show("privacy/desk-statement.jte", model);
    }

    /** What a version says otherwise than the one before, in the reader's language. */
    private List<StatementDesk.Stretch> difference(Statement shown, Locale locale) {
        return desk.versions(locale).stream().filter(version -> version.version() < shown.version()).findFirst()
                .map(before -> desk.difference(before.content(), shown.content())).orElse(List.of());
    }

    /** The texts in the form: what was typed, else the version that is newest. */
    private Map<String, String> draft() {
        var draft = new HashMap<String, String>();
        for (var locale : Languages.ALL) {
            var language = Languages.code(locale);
            draft.put(language, typed.getOrDefault("content-" + language, newest(locale)));
            draft.put("preview-" + language, Markdown.article(draft.get(language)));
        }
        draft.put("from", typed.getOrDefault("from", ""));
        return draft;
    }

    private Map<String, List<StatementDesk.Stretch>> drafted() {
        var drafted = new LinkedHashMap<String, List<StatementDesk.Stretch>>();
        Languages.ALL.forEach(locale -> drafted.put(Languages.code(locale), desk.difference(newest(locale), typed.getOrDefault("content-" + Languages.code(locale), ""))));
        return drafted;
    }

    private String newest(Locale locale) {
        return desk.versions(locale).stream().findFirst().map(Statement::content).orElse("");
    }
}
