package app.regulars.faq.ui.staff;

import app.regulars.faq.ArticleForm;
import app.regulars.faq.ArticleRow;
import app.regulars.faq.FaqDesk;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.text.Markdown;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** All help articles, and the one that is written beside them. */
@Route("console/help")
@Menu(title = "faq.console.menu", order = 24, icon = "book")
@RolesAllowed(Permissions.HELP_WRITE)
class HelpDeskView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient FaqDesk desk;
    private final transient CurrentUser user;
    private final transient Texts texts;

    HelpDeskView(FaqDesk desk, CurrentUser user, Texts texts, Templates templates) {
        super(templates);
        this.desk = desk;
        this.user = user;
        this.texts = texts;
        page().on("filter", values -> change(Map.of("q", values.getOrDefault("q", ""))));
        page().on("save", this::save);
        page().on("take-back", values -> takeBack());
        page().on("category", this::category);
        page().on("preview", values -> page().patch("#preview-" + ("fr".equals(values.get("language")) ? "fr" : "en"),
                Markdown.article(values.getOrDefault("value", ""))));
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("faq.console.heading"));
        refresh(opened());
    }

    private ArticleDraft opened() {
        if (!parameter("open").isEmpty()) {
            try {
                var file = desk.file(parameter("open"));
                return new ArticleDraft(file, values(file.form()), Map.of());
            } catch (NotFound gone) {
                return null;
            }
        }
        return parameter("new").isEmpty() ? null : new ArticleDraft(null, Map.of(), Map.of());
    }

    private void refresh(ArticleDraft open) {
        refresh(open, Map.of(), Map.of());
    }

    /** @param typed what stands in the form of a category; empty for what is kept */
    private void refresh(ArticleDraft open, Map<String, String> typed, Map<String, String> errors) {
        var query = parameter("q").toLowerCase(Locale.ROOT);
        var rows = desk.list().stream().filter(row -> query.isEmpty() || matches(row, query)).toList();
        var links = new HashMap<String, String>();
        rows.forEach(row -> links.put(row.slug(), address(Map.of("open", row.slug(), "new", "", "categories", ""))));
        var model = new HashMap<String, Object>(Map.of("rows", rows, "links", links, "categories", desk.categories(), "query", parameter("q"),
                "back", address(Map.of("open", "", "new", "", "categories", "")), "fresh", address(Map.of("open", "", "new", "1", "categories", ""))));
        model.put("open", open);
        model.put("typed", typed);
        model.put("errors", errors);
        model.put("naming", !parameter("categories").isEmpty() && open == null);
        model.put("toCategories", address(Map.of("open", "", "new", "", "categories", "1")));
        show("faq/desk.jte", model);
    }

    private void category(Map<String, String> typed) {
        var slug = typed.getOrDefault("slug", "");
        try {
            desk.nameCategory(slug, new Localized(typed.get("nameEn"), typed.get("nameFr")));
        } catch (Refused refused) {
            refresh(opened(), typed, Map.of("category:" + slug + ":" + refused.field(), texts.get(locale(), refused.key(), refused.arguments())));
            getElement().executeJs("setTimeout(() => this.querySelector('.category-form [aria-invalid=true]')?.focus(), 50)");
            return;
        }
        refresh(opened());
        Notices.done(getTranslation("faq.console.saved"));
    }

    private static boolean matches(ArticleRow row, String query) {
        return (row.title().en() + " " + row.title().fr() + " " + row.slug()).toLowerCase(Locale.ROOT).contains(query);
    }

    private void save(Map<String, String> typed) {
        var fresh = parameter("open").isEmpty();
        var slug = fresh ? typed.getOrDefault("slug", "").strip() : parameter("open");
        try {
            if (fresh && exists(slug)) {
                throw new Refused("faq.refused.taken", "slug", Map.of());
            }
            desk.save(user.requireStaff(), form(slug, typed));
        } catch (Refused refused) {
            var file = fresh ? null : desk.file(slug);
            var field = refused.field() == null ? "slug" : refused.field();
            refresh(new ArticleDraft(file, typed, Map.of(field, texts.get(locale(), refused.key(), refused.arguments()))));
            getElement().executeJs("setTimeout(() => document.getElementById('a-' + $0)?.focus(), 50)", field);
            return;
        }
        if ("publish".equals(typed.get("do"))) {
            desk.publish(user.requireStaff(), slug);
            Notices.done(getTranslation("faq.console.now-published"));
        } else {
            Notices.done(getTranslation("faq.console.saved"));
        }
        if (fresh) {
            change(Map.of("open", slug, "new", ""));
        } else {
            refresh(opened());
        }
    }

    private boolean exists(String slug) {
        return desk.list().stream().anyMatch(row -> row.slug().equals(slug));
    }

    private void takeBack() {
        desk.takeBack(user.requireStaff(), parameter("open"));
        Notices.done(getTranslation("faq.console.taken-back"));
        refresh(opened());
    }

    private static ArticleForm form(String slug, Map<String, String> typed) {
        return new ArticleForm(slug, typed.getOrDefault("category", ""), text(typed, "title"), text(typed, "summary"), text(typed, "body"),
                text(typed, "keywords"), handles(typed.getOrDefault("products", "")));
    }

    private static Localized text(Map<String, String> typed, String field) {
        return new Localized(typed.getOrDefault(field + "-en", ""), typed.getOrDefault(field + "-fr", ""));
    }

    private static List<String> handles(String typed) {
        return Arrays.stream(typed.split("[,\\s]+")).filter(handle -> !handle.isBlank()).distinct().toList();
    }

    private static Map<String, String> values(ArticleForm form) {
        var values = new HashMap<String, String>(Map.of("slug", form.slug(), "category", form.category(), "products", String.join(", ", form.products())));
        put(values, "title", form.title());
        put(values, "summary", form.summary());
        put(values, "body", form.body());
        put(values, "keywords", form.keywords());
        return values;
    }

    private static void put(Map<String, String> values, String field, Localized text) {
        values.put(field + "-en", text.en());
        values.put(field + "-fr", text.fr() == null ? "" : text.fr());
    }
}
