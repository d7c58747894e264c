package app.regulars.faq.ui.staff;

import app.regulars.faq.FaqDesk;
import app.regulars.faq.PublishedText;
import app.regulars.faq.PublishingDesk;
import app.regulars.faq.SolvedQuestions;
import app.regulars.platform.identity.StaffNames;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What became of an article: every text that readers saw, what they said of it, and what it answered before anybody had to. */
@Route("console/help/:slug/record")
@RolesAllowed(Permissions.HELP_WRITE)
class ArticleRecordView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient FaqDesk desk;
    private final transient PublishingDesk publishing;
    private final transient SolvedQuestions solved;
    private final transient StaffNames staff;
    private final transient CurrentUser user;
    private String slug = "";

    ArticleRecordView(FaqDesk desk, PublishingDesk publishing, SolvedQuestions solved, StaffNames staff, CurrentUser user, Templates templates) {
        super(templates);
        this.desk = desk;
        this.publishing = publishing;
        this.solved = solved;
        this.staff = staff;
        this.user = user;
        page().on("put-back", this::putBack);
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        slug = event.getRouteParameters().get("slug").orElse("");
        refresh();
    }

    private String language() {
        return "fr".equals(parameter("language")) ? "fr" : "en";
    }

    private void refresh() {
        var file = desk.file(slug);
        var name = file.form().title().in(locale()) == null ? file.form().title().fr() : file.form().title().in(locale());
        title(name);
        var versions = publishing.versions(slug, language());
        var links = new HashMap<Integer, String>();
        versions.forEach(version -> links.put(version.number(), address(Map.of("version", String.valueOf(version.number())))));
        var shown = number("version", versions.isEmpty() ? 0 : versions.getFirst().number(), 0, Integer.MAX_VALUE);
        var open = versions.stream().filter(version -> version.number() == shown).findFirst().orElse(null);
        var before = versions.stream().filter(version -> version.number() < shown).findFirst().orElse(null);
        var model = new HashMap<String, Object>(Map.of("file", file, "name", name, "language", language(), "versions", versions, "links", links, "english",
                address(Map.of("language", "", "version", "")), "french", address(Map.of("language", "fr", "version", "")), "words", desk.words(slug),
                "solved", solved.list(null, "article", slug, Instant.EPOCH), "names", staff.names(versions.stream().map(PublishedText::approvedBy).distinct().toList())));
        model.put("open", open);
        model.put("before", before);
        model.put("difference", open == null ? List.of() : publishing.difference(before == null ? "" : before.whole(), open.whole()));
        show("faq/record.jte", model);
    }

    private void putBack(Map<String, String> values) {
        publishing.putBack(user.requireStaff(), slug, language(), number(values.get("number")));
        Notices.done(getTranslation("faq.record.now-back"));
        change(Map.of("version", ""));
        refresh();
    }

    private static int number(String typed) {
        try {
            return Integer.parseInt(typed == null ? "" : typed);
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }
}
