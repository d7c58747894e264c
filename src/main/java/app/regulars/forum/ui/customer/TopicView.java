package app.regulars.forum.ui.customer;

import app.regulars.forum.OpenForum;
import app.regulars.forum.PostId;
import app.regulars.forum.PostPlace;
import app.regulars.forum.TopicPage;
import app.regulars.forum.Viewer;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.text.Markdown;
import app.regulars.platform.ui.Deeds;
import app.regulars.platform.ui.Live;
import app.regulars.platform.ui.PublicView;
import app.regulars.platform.web.PublicPage;
import app.regulars.platform.web.PublicRequest;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** A topic that answers: who is signed in writes in it, and everybody sees what others write. */
@Route("forum/t/:slug")
@AnonymousAllowed
class TopicView extends PublicView {

    private static final long serialVersionUID = 1L;

    private final transient ForumPages pages;
    private final transient OpenForum forum;
    private final transient Voice voice;
    private final transient Templates templates;
    private final transient Texts texts;
    private Span ear;
    private String slug;
    private int page;
    private Locale locale;
    private String token;
    private boolean own;

    TopicView(ForumPages pages, OpenForum forum, Voice voice, Templates templates, Texts texts) {
        super(pages);
        this.pages = pages;
        this.forum = forum;
        this.voice = voice;
        this.templates = templates;
        this.texts = texts;
        main().on("reply", this::reply);
        main().on("quote", this::quote);
        main().on("helpful", values -> act(values, voice::toggleHelpful));
        main().on("solve", values -> act(values, voice::solve));
        main().on("unsolve", values -> attempt(() -> voice.unsolve(slug)));
        main().on("edit", values -> attempt(() -> edit(values, null)));
        main().on("save", this::save);
        main().on("cancel", values -> refresh());
    }

    @Override
    protected void entered(PublicRequest request, PublicPage shown) {
        slug = request.lastSegment();
        page = ForumPages.pageOf(request);
        locale = request.locale();
        token = UUID.randomUUID().toString();
        forum.viewed(slug);
        listen();
        var topic = topic();
        var viewer = voice.viewer(topic);
        if (viewer.known()) {
            main().show(pages.topic(topic, viewer, token, locale));
        }
    }

    /** One ear a topic: a page that moves on to another topic stops listening to the first. */
    private void listen() {
        if (ear != null) {
            getContent().remove(ear);
        }
        ear = new Span();
        Live.on("topic:" + slug, ear, this::heard);
        getContent().add(ear);
    }

    /** What somebody has just done here was said already. */
    private void heard() {
        refresh();
        if (own) {
            own = false;
        } else {
            main().patch("#news", texts.get(locale, "forum.news"));
        }
    }

    private TopicPage topic() {
        return forum.topic(slug, page).orElseThrow(NotFound::new);
    }

    private void refresh() {
        var topic = topic();
        main().patch("#topic-head", templates.render("forum/head.jte", locale, Map.of("topic", topic)));
        main().patch("#posts", templates.render("forum/posts.jte", locale, Map.of("topic", topic, "viewer", voice.viewer(topic))));
    }

    private void reply(Map<String, String> values) {
        var text = values.getOrDefault("text", "");
        if ("preview".equals(values.get("do"))) {
            compose(text, null, text.isBlank() ? null : Markdown.post(text));
            return;
        }
        try {
            posted(voice.answer(slug, text, UUID.fromString(values.getOrDefault("token", ""))));
        } catch (Refused refused) {
            compose(text, texts.get(locale, refused.key(), refused.arguments()), null);
            focus("reply-" + token);
        } catch (IllegalArgumentException notOurToken) {
            compose(text, null, null);
        }
    }

    private void posted(PostPlace place) {
        token = UUID.randomUUID().toString();
        own = true;
        Deeds.done("forum-written");
        main().clearDraft("forum-" + slug);
        if (place.page() != page) {
            getUI().ifPresent(ui -> ui.getPage().setLocation(place.address()));
            return;
        }
        refresh();
        compose("", null, null);
        main().patch("#news", texts.get(locale, "forum.posted"));
        focus("post-" + place.number());
    }

    private void compose(String text, String error, String preview) {
        var topic = topic();
        var model = new HashMap<String, Object>(Map.of("topic", topic, "viewer", voice.viewer(topic), "token", token, "text", text));
        model.put("error", error);
        model.put("preview", preview);
        main().patch("#reply", templates.render("forum/composer.jte", locale, model));
    }

    /** Puts the other's words, marked as a quotation, before what is typed; or shows the way to sign in. */
    private void quote(Map<String, String> values) {
        var quoted = topic().posts().stream().filter(post -> String.valueOf(post.number()).equals(values.get("number")) && !post.hidden()).findFirst();
        var words = quoted.map(post -> Quotation.of(slug, post)).orElse("");
        getElement().executeJs("""
                const f = document.getElementById('reply-' + $0);
                if (f) { if (!f.value.includes($1.trim())) f.value = f.value ? f.value.trimEnd() + '\\n\\n' + $1 : $1; f.focus(); f.setSelectionRange(f.value.length, f.value.length); }
                document.getElementById('reply').scrollIntoView({block: 'center'});""", token, words);
    }

    private void edit(Map<String, String> values, String error) {
        own = false;
        var post = postId(values);
        var number = Integer.parseInt(values.getOrDefault("number", "0"));
        var model = new HashMap<String, Object>(Map.of("post", post.toString(), "number", number,
                "text", error == null ? voice.textOf(post) : values.getOrDefault("text", "")));
        model.put("error", error);
        main().patch("#text-" + number, templates.render("forum/edit.jte", locale, model));
        focus("edit-" + number);
    }

    private void save(Map<String, String> values) {
        try {
            voice.edit(postId(values), values.getOrDefault("text", ""));
            own = true;
            refresh();
            main().patch("#news", texts.get(locale, "forum.edit.done"));
            focus("post-" + Integer.parseInt(values.getOrDefault("number", "0")));
        } catch (Refused refused) {
            edit(values, texts.get(locale, refused.key(), refused.arguments()));
        } catch (NotFound | IllegalArgumentException gone) {
            refresh();
        }
    }

    private void act(Map<String, String> values, Consumer<PostId> deed) {
        attempt(() -> deed.accept(postId(values)));
    }

    /** What cannot be done any more is said in one sentence, and the page shows how things stand. */
    private void attempt(Runnable deed) {
        try {
            own = true;
            deed.run();
        } catch (Refused refused) {
            main().patch("#news", texts.get(locale, refused.key(), refused.arguments()));
        } catch (NotFound | IllegalArgumentException gone) {
            main().patch("#news", texts.get(locale, "forum.not-found"));
            refresh();
        }
    }

    private static PostId postId(Map<String, String> values) {
        return new PostId(UUID.fromString(values.getOrDefault("post", "")));
    }

    private void focus(String id) {
        getElement().executeJs("setTimeout(() => { const e = document.getElementById($0); if (e) { e.focus({preventScroll: true}); e.scrollIntoView({block: 'center'}); } }, 30)", id);
    }
}
