package app.regulars.forum.ui.staff;

import app.regulars.forum.ForumDesk;
import app.regulars.forum.NewPost;
import app.regulars.forum.OpenForum;
import app.regulars.forum.PostId;
import app.regulars.forum.TopicFilter;
import app.regulars.forum.TopicPage;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.identity.SignedIn;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.Live;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** What waits in the forum, and the topic that is open beside it. */
@Route("console/forum")
@Menu(title = "forum.console.menu", order = 25, icon = "forum")
@RolesAllowed({Permissions.FORUM_ANSWER, Permissions.FORUM_MODERATE})
class ForumDeskView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final List<TopicFilter> TABS = List.of(TopicFilter.UNANSWERED, TopicFilter.UNSOLVED, TopicFilter.NEWEST);
    private static final int LAST = 1_000_000;

    private final transient ForumDesk desk;
    private final transient OpenForum forum;
    private final transient CurrentUser user;
    private final transient Texts texts;
    private String token = UUID.randomUUID().toString();
    private String shown = "";

    ForumDeskView(ForumDesk desk, OpenForum forum, CurrentUser user, Texts texts, Templates templates) {
        super(templates);
        this.desk = desk;
        this.forum = forum;
        this.user = user;
        this.texts = texts;
        page().on("answer", this::answer);
        page().on("solve", values -> done(by -> desk.solve(by, postId(values))));
        page().on("unsolve", values -> done(by -> desk.unsolve(by, parameter("open"))));
        page().on("close", values -> done(by -> desk.close(by, parameter("open"))));
        page().on("reopen", values -> done(by -> desk.reopen(by, parameter("open"))));
        page().on("show", values -> done(by -> desk.show(by, postId(values))));
        page().on("hide", values -> attempt("hide:" + values.get("post"), by -> desk.hide(by, postId(values), values.get("reason"))));
        page().on("brief", values -> attempt("brief", by -> desk.summarize(by, parameter("open"), values.get("brief"))));
        page().on("category", this::category);
        Live.on("forum", this, () -> refresh("", null, Map.of()));
    }

    private interface Deed {
        void by(StaffId staff);
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("forum.console.heading"));
        refresh("", null, Map.of());
        if (!parameter("open").equals(shown)) {
            shown = parameter("open");
            getElement().executeJs("setTimeout(() => { const s = document.getElementById('forum-scroll'); if (s) s.scrollTop = s.scrollHeight; }, 60)");
        }
    }

    private void refresh(String text, String error, Map<String, String> errors) {
        refresh(text, error, errors, Map.of());
    }

    /** @param typed what stands in the form of a category; empty for what is kept */
    private void refresh(String text, String error, Map<String, String> errors, Map<String, String> typed) {
        var filter = TABS.stream().filter(each -> key(each).equals(parameter("tab"))).findFirst().orElse(TopicFilter.UNANSWERED);
        var list = desk.topics(filter, number("page", 1, 1, LAST));
        var tabs = TABS.stream().map(each -> new DeskTab(each, key(each), desk.count(each), each == filter,
                address(Map.of("tab", each == TopicFilter.UNANSWERED ? "" : key(each), "open", "", "page", "", "posts", "")))).toList();
        var links = new HashMap<String, String>();
        list.topics().forEach(topic -> links.put(topic.slug(), address(Map.of("open", topic.slug(), "posts", "", "categories", ""))));
        var open = opened();
        var values = new HashMap<String, Object>(Map.of("tabs", tabs, "list", list, "links", links, "name", name(), "token", token, "text", text,
                "errors", errors, "back", address(Map.of("open", "", "posts", "", "categories", ""))));
        values.put("tab", tabs.stream().filter(DeskTab::current).findFirst().orElseThrow());
        values.put("open", open);
        var moderator = user.may(Permissions.FORUM_MODERATE);
        values.put("typed", typed);
        values.put("categories", moderator && !parameter("categories").isEmpty() ? forum.categories() : null);
        values.put("toCategories", moderator ? address(Map.of("categories", "1", "open", "", "posts", "")) : null);
        values.put("error", error);
        values.put("articles", open == null ? List.of() : desk.articles(open.head().slug()));
        values.put("writing", user.may(Permissions.HELP_WRITE));
        values.put("newer", list.page() > 1 ? address(Map.of("page", String.valueOf(list.page() - 1))) : null);
        values.put("older", list.page() < list.pages() ? address(Map.of("page", String.valueOf(list.page() + 1))) : null);
        values.put("before", open != null && open.page() > 1 ? address(Map.of("posts", String.valueOf(open.page() - 1))) : null);
        values.put("after", open != null && open.page() < open.pages() ? address(Map.of("posts", String.valueOf(open.page() + 1))) : null);
        show("forum/desk.jte", values);
    }

    /** The newest posts first to be seen: the last page, unless the address says another. */
    private TopicPage opened() {
        return parameter("open").isEmpty() ? null : forum.topic(parameter("open"), number("posts", LAST, 1, LAST)).orElse(null);
    }

    private String name() {
        return user.get().map(SignedIn::displayName).orElse("").split(" ")[0];
    }

    private void answer(Map<String, String> values) {
        var text = values.getOrDefault("text", "");
        try {
            desk.answer(user.requireStaff(), parameter("open"), new NewPost(text, UUID.fromString(values.getOrDefault("token", ""))));
        } catch (Refused refused) {
            refresh(text, sentence(refused), Map.of());
            return;
        } catch (IllegalArgumentException notOurToken) {
            return;
        }
        page().clearDraft("desk-forum-" + parameter("open"));
        token = UUID.randomUUID().toString();
        shown = "";
        if (parameter("posts").isEmpty()) {
            refresh("", null, Map.of());
            getElement().executeJs("setTimeout(() => { const s = document.getElementById('forum-scroll'); if (s) s.scrollTop = s.scrollHeight; }, 60)");
        } else {
            change(Map.of("posts", ""));
        }
        Notices.done(getTranslation("forum.console.sent"));
    }

    private void category(Map<String, String> typed) {
        var slug = typed.getOrDefault("slug", "");
        try {
            desk.nameCategory(slug, new Localized(typed.get("nameEn"), typed.get("nameFr")), new Localized(typed.get("descriptionEn"), typed.get("descriptionFr")));
        } catch (Refused refused) {
            refresh("", null, Map.of("category:" + slug + ":" + refused.field(), sentence(refused)), typed);
            getElement().executeJs("setTimeout(() => this.querySelector('.category-form [aria-invalid=true]')?.focus(), 50)");
            return;
        }
        refresh("", null, Map.of());
        Notices.done(getTranslation("forum.console.done"));
    }

    private void done(Deed deed) {
        deed.by(user.requireStaff());
        refresh("", null, Map.of());
        Notices.done(getTranslation("forum.console.done"));
    }

    private void attempt(String field, Deed deed) {
        try {
            done(deed);
        } catch (Refused refused) {
            refresh("", null, Map.of(field, sentence(refused)));
        }
    }

    private String sentence(Refused refused) {
        return texts.get(locale(), refused.key(), refused.arguments());
    }

    private static PostId postId(Map<String, String> values) {
        try {
            return new PostId(UUID.fromString(values.getOrDefault("post", "")));
        } catch (IllegalArgumentException notAnId) {
            throw new NotFound();
        }
    }

    private static String key(TopicFilter filter) {
        return filter.name().toLowerCase(Locale.ROOT);
    }
}
