package app.regulars.forum.ui.customer;

import app.regulars.forum.NewTopic;
import app.regulars.forum.OpenForum;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.text.Markdown;
import app.regulars.platform.ui.Deeds;
import app.regulars.platform.ui.PublicView;
import app.regulars.platform.web.PublicPage;
import app.regulars.platform.web.PublicRequest;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Where a question is asked; what is similar shows while its title is typed. */
@Route("forum/new")
@AnonymousAllowed
class NewTopicView extends PublicView {

    private static final long serialVersionUID = 1L;
    private static final int SIMILAR = 5;

    private final transient ForumPages pages;
    private final transient OpenForum forum;
    private final transient Voice voice;
    private final transient Templates templates;
    private final transient Texts texts;
    private transient PublicRequest request;
    private Locale locale;
    private String token;

    NewTopicView(ForumPages pages, OpenForum forum, Voice voice, Templates templates, Texts texts) {
        super(pages);
        this.pages = pages;
        this.forum = forum;
        this.voice = voice;
        this.templates = templates;
        this.texts = texts;
        main().on("similar", values -> main().patch("#similar", templates.render("forum/similar.jte", locale,
                Map.of("similar", forum.similar(values.getOrDefault("value", ""), null, locale, SIMILAR)))));
        main().on("ask", this::ask);
    }

    @Override
    protected void entered(PublicRequest asked, PublicPage page) {
        request = asked;
        locale = asked.locale();
        token = UUID.randomUUID().toString();
        show(draft(Map.of("category", asked.parameter("category", "")), Map.of(), null));
    }

    private void show(TopicDraft draft) {
        var viewer = voice.viewer();
        if (viewer.known()) {
            main().show(pages.newTopic(viewer, draft, locale));
        }
    }

    private TopicDraft draft(Map<String, String> typed, Map<String, String> errors, String preview) {
        var empty = ForumPages.draft(request);
        var title = typed.getOrDefault("title", "");
        return new TopicDraft(empty.address(), token, title, typed.getOrDefault("text", ""), typed.getOrDefault("category", ""),
                typed.getOrDefault("language", empty.language()), empty.product(), errors, preview,
                title.isBlank() ? List.of() : forum.similar(title, null, locale, SIMILAR));
    }

    private void ask(Map<String, String> values) {
        var text = values.getOrDefault("text", "");
        if ("preview".equals(values.get("do"))) {
            show(draft(values, Map.of(), text.isBlank() ? null : Markdown.post(text)));
            return;
        }
        try {
            var place = voice.ask(new NewTopic(values.get("category"), values.get("title"), text, values.get("language"), request.parameter("product", null),
                    null, UUID.fromString(token)));
            token = UUID.randomUUID().toString();
            Deeds.done("forum-written");
            main().clearDraft("forum-new-title");
            main().clearDraft("forum-new-text");
            getUI().ifPresent(ui -> ui.navigate("forum/t/" + place.slug()));
        } catch (Refused refused) {
            var field = refused.field() == null ? "" : refused.field();
            show(draft(values, Map.of(field, texts.get(locale, refused.key(), refused.arguments())), null));
            getElement().executeJs("setTimeout(() => document.getElementById($0)?.focus(), 50)", "new-" + (field.isEmpty() ? "title" : field));
        }
    }
}
