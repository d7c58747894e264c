package app.regulars.faq.ui.staff;

import app.regulars.faq.ArticleForm;
import app.regulars.faq.ArticleRow;
import app.regulars.faq.ArticleShelf;
import app.regulars.faq.ArticleSources;
import app.regulars.faq.FaqDesk;
import app.regulars.faq.PublishingDesk;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.identity.StaffNames;
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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** All help articles, and the one that is written beside them: each language for itself, with what readers will see beside the words. */
@Route("console/help")
@Menu(title = "faq.console.menu", order = 24, icon = "book")
@RolesAllowed(Permissions.HELP_WRITE)
class HelpDeskView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final Map<String, String> CLOSED = Map.of("open", "", "new", "", "from", "", "categories", "", "language", "");

    private final transient FaqDesk desk;
    private final transient PublishingDesk publishing;
    private final transient ArticleSources sources;
    private final transient StaffNames staff;
    private final transient CurrentUser user;
    private final transient ArticleFields fields;

    HelpDeskView(FaqDesk desk, PublishingDesk publishing, ArticleSources sources, StaffNames staff, CurrentUser user, ArticleFields fields, Templates templates) {
        super(templates);
        this.desk = desk;
        this.publishing = publishing;
        this.sources = sources;
        this.staff = staff;
        this.user = user;
        this.fields = fields;
        page().on("filter", values -> change(Map.of("q", values.getOrDefault("q", ""))));
        page().on("save", this::save);
        page().on("retire", values -> {
            var later = !values.getOrDefault("retireAt", "").isBlank();
            attempt(values, () -> retire(values, later), later ? "faq.console.now-ending" : "faq.console.taken-back");
        });
        page().on("keep", values -> attempt(values, () -> publishing.retireAt(user.requireStaff(), parameter("open"), null, null), "faq.console.now-kept"));
        page().on("restore", values -> attempt(values, () -> publishing.restore(user.requireStaff(), parameter("open")), "faq.console.now-published"));
        page().on("checked", values -> attempt(values, () -> publishing.checked(user.requireStaff(), parameter("open")), "faq.console.now-checked"));
        page().on("category", this::category);
        page().on("move-category", values -> categoryDone(values, () -> desk.moveCategory(values.getOrDefault("slug", ""), "up".equals(values.get("way")))));
        page().on("remove-category", values -> categoryDone(values, () -> desk.removeCategory(values.getOrDefault("slug", ""))));
        page().on("preview", values -> page().patch("#article-preview", Markdown.article(values.getOrDefault("value", ""))));
        page().on("title", values -> page().patch("#article-preview-title", fields.escaped(values.getOrDefault("value", ""))));
        page().on("summary", values -> page().patch("#article-preview-summary", fields.escaped(values.getOrDefault("value", ""))));
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("faq.console.heading"));
        refresh(opened());
    }

    private String language() {
        return "fr".equals(parameter("language")) ? "fr" : "en";
    }

    private ArticleDraft opened() {
        if (!parameter("open").isEmpty()) {
            try {
                var file = desk.file(parameter("open"));
                return new ArticleDraft(file, language(), fields.values(file), Map.of(), null);
            } catch (NotFound gone) {
                return null;
            }
        }
        if (parameter("new").isEmpty()) {
            return null;
        }
        var from = parameter("from").split(":", 2);
        var words = from.length < 2 ? null : sources.words(from[0], from[1]).orElse(null);
        if (words == null) {
            return new ArticleDraft(null, language(), Map.of(), Map.of(), null);
        }
        return new ArticleDraft(null, "fr".equals(words.language()) ? "fr" : "en", fields.values(desk.begun(words)), Map.of(), words);
    }

    private void refresh(ArticleDraft open) {
        refresh(open, Map.of(), Map.of());
    }

    /** @param typed what stands in the form of a category; empty for what is kept */
    private void refresh(ArticleDraft open, Map<String, String> typed, Map<String, String> errors) {
        var query = parameter("q").toLowerCase(Locale.ROOT);
        var shelf = ArticleShelf.of(parameter("shelf"));
        var all = desk.list();
        var counts = new EnumMap<ArticleShelf, Long>(ArticleShelf.class);
        var shelves = new EnumMap<ArticleShelf, String>(ArticleShelf.class);
        for (var each : ArticleShelf.values()) {
            counts.put(each, all.stream().filter(row -> row.on(each)).count());
            shelves.put(each, address(Map.of("shelf", each == ArticleShelf.ALL ? "" : each.code())));
        }
        var rows = all.stream().filter(row -> row.on(shelf) && (query.isEmpty() || matches(row, query))).toList();
        var links = new HashMap<String, String>();
        rows.forEach(row -> links.put(row.slug(), address(closedAnd("open", row.slug(), "language", shelf == ArticleShelf.MISSING && "missing".equals(row.french()) ? "fr" : ""))));
        var model = new HashMap<String, Object>(Map.of("rows", rows, "links", links, "shelves", shelves, "counts", counts, "shelf", shelf, "categories", desk.categories(),
                "query", parameter("q"), "back", address(CLOSED), "fresh", address(closedAnd("new", "1"))));
        model.put("open", open);
        model.put("typed", typed);
        model.put("errors", errors);
        model.put("naming", !parameter("categories").isEmpty() && open == null);
        model.put("toCategories", address(closedAnd("categories", "1")));
        if (open != null) {
            model.put("english", address(Map.of("language", "")));
            model.put("french", address(Map.of("language", "fr")));
            model.put("reviewers", desk.reviewers(user.requireStaff()));
            model.put("names", names(open));
            model.put("me", user.requireStaff());
            model.put("published", all.stream().filter(row -> row.isPublished() && !row.slug().equals(open.slug())).toList());
        }
        show("faq/desk.jte", model);
    }

    private Map<StaffId, String> names(ArticleDraft open) {
        var wanted = new ArrayList<StaffId>();
        if (open.file() != null) {
            wanted.add(open.file().owner());
            wanted.add(open.state().reviewer());
            wanted.add(open.state().noteBy());
            wanted.addAll(open.state().writers());
        }
        return staff.names(wanted.stream().filter(Objects::nonNull).toList());
    }

    private static Map<String, String> closedAnd(String... namesAndValues) {
        var changes = new HashMap<>(CLOSED);
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            changes.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return changes;
    }

    private void category(Map<String, String> typed) {
        categoryDone(typed, () -> desk.nameCategory(typed.getOrDefault("slug", ""), new Localized(typed.get("nameEn"), typed.get("nameFr"))));
    }

    private void categoryDone(Map<String, String> typed, Runnable deed) {
        try {
            deed.run();
        } catch (Refused refused) {
            refresh(opened(), typed, Map.of("category:" + typed.getOrDefault("slug", "") + ":" + refused.field(), fields.sentence(refused, locale())));
            getElement().executeJs("setTimeout(() => this.querySelector('.category-form [aria-invalid=true]')?.focus(), 50)");
            return;
        }
        refresh(opened());
        Notices.done(getTranslation("faq.console.saved"));
    }

    private static boolean matches(ArticleRow row, String query) {
        return (row.title().en() + " " + row.title().fr() + " " + row.slug()).toLowerCase(Locale.ROOT).contains(query);
    }

    private void retire(Map<String, String> typed, boolean later) {
        if (later) {
            publishing.retireAt(user.requireStaff(), parameter("open"), typed.get("leadsTo"), fields.moment(typed.get("retireAt"), "retireAt"));
        } else {
            publishing.retire(user.requireStaff(), parameter("open"), typed.get("leadsTo"));
        }
    }

    private void attempt(Map<String, String> typed, Runnable deed, String done) {
        try {
            deed.run();
        } catch (Refused refused) {
            var file = desk.file(parameter("open"));
            var values = fields.values(file);
            values.putAll(typed);
            wrong(new ArticleDraft(file, language(), values, Map.of(), null), refused);
            return;
        }
        Notices.done(getTranslation(done));
        refresh(opened());
    }

    /** Saves what is written, then does what the button says with it. */
    private void save(Map<String, String> typed) {
        var begun = opened();
        var fresh = parameter("open").isEmpty();
        var by = user.requireStaff();
        var language = "fr".equals(typed.get("language")) ? "fr" : "en";
        var file = fresh ? null : desk.file(parameter("open"));
        var values = file == null ? new HashMap<String, String>() : fields.values(file);
        values.putAll(typed);
        var slug = fresh ? typed.getOrDefault("slug", "").strip() : parameter("open");
        try {
            if (fresh && slug.isEmpty()) {
                slug = desk.free(values.get("title-" + language));
            } else if (fresh && desk.list().stream().map(ArticleRow::slug).anyMatch(slug::equals)) {
                throw new Refused("faq.refused.taken", "slug", Map.of());
            }
            var form = fields.form(slug, values);
            if (file != null && !file.changedAt().toString().equals(typed.get("seen")) && !form.equals(file.form())) {
                throw new Refused("faq.refused.overtaken");
            }
            desk.save(by, form);
            if (fresh && begun != null && begun.from() != null) {
                desk.linked(by, slug, begun.from());
            }
            if (!fresh) {
                publishing.lookAfter(by, slug, fields.staff(values.get("owner")), fields.day(values.get("reviewOn"), "reviewOn"));
            }
            act(by, slug, language, values);
        } catch (Refused refused) {
            if (fresh && exists(slug)) {
                change(Map.of("open", slug, "new", "", "from", "", "language", "fr".equals(language) ? "fr" : ""));
                Notices.error(fields.sentence(refused, locale()));
                return;
            }
            wrong(new ArticleDraft(fresh ? null : desk.file(slug), language, values, Map.of(), begun == null ? null : begun.from()), refused);
            return;
        }
        if (fresh) {
            change(Map.of("open", slug, "new", "", "from", "", "language", "fr".equals(language) ? "fr" : ""));
        } else {
            refresh(opened());
        }
    }

    private boolean exists(String slug) {
        return desk.list().stream().anyMatch(row -> row.slug().equals(slug));
    }

    private void act(StaffId by, String slug, String language, Map<String, String> values) {
        var done = switch (values.getOrDefault("do", "save")) {
            case "review" -> {
                publishing.askReview(by, slug, language, fields.staff(values.get("reviewer")), values.get("note"));
                yield "faq.console.now-asked";
            }
            case "publish" -> {
                publishing.approve(by, slug, language, null);
                yield "faq.console.now-published";
            }
            case "schedule" -> {
                publishing.approve(by, slug, language, fields.moment(values.get("publishAt"), "publishAt"));
                yield "faq.console.now-scheduled";
            }
            case "back" -> {
                publishing.sendBack(by, slug, language, values.get("note"));
                yield "faq.console.now-back";
            }
            default -> "faq.console.saved";
        };
        Notices.done(getTranslation(done));
    }

    private void wrong(ArticleDraft draft, Refused refused) {
        var field = refused.field() == null ? "do" : refused.field();
        refresh(new ArticleDraft(draft.file(), draft.language(), draft.values(), Map.of(field, fields.sentence(refused, locale())), draft.from()));
        getElement().executeJs("setTimeout(() => document.getElementById('a-' + $0)?.focus(), 50)", field);
    }
}
