package app.regulars.talking.ui.customer;

import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.web.PageContext;
import app.regulars.platform.web.PublicFrame;
import app.regulars.platform.web.PublicPage;
import app.regulars.platform.web.PublicRequest;
import app.regulars.platform.web.ReaderLanguages;
import app.regulars.platform.web.StillPages;
import app.regulars.platform.web.Templates;
import app.regulars.talking.Conversation;
import app.regulars.talking.Talks;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The page of a live talk as HTML, in the shop's frame, with its own script and no other. */
@Component
class TalkPage {

    private final Talks talks;
    private final StillPages still;
    private final PublicFrame frame;
    private final CurrentUser user;
    private final Templates templates;
    private final Texts texts;
    private final Shop shop;
    private final String script;

    TalkPage(Talks talks, StillPages still, PublicFrame frame, CurrentUser user, Templates templates, Texts texts, Shop shop) {
        this.talks = talks;
        this.still = still;
        this.frame = frame;
        this.user = user;
        this.templates = templates;
        this.texts = texts;
        this.shop = shop;
        try {
            this.script = new ClassPathResource("talking/talk.js").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param talk null where there is none @param typed what was sent and refused, or nothing @param refused null where nothing was */
    void send(Conversation talk, Map<String, String> typed, Refused refused, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var locale = ReaderLanguages.of(request);
        var values = new HashMap<String, Object>();
        values.put("talk", talk);
        values.put("open", talks.isOpen());
        values.put("openFrom", talks.openFrom().orElse(null));
        values.put("guest", user.customer().isEmpty());
        values.put("typed", typed);
        values.put("key", UUID.randomUUID().toString());
        values.put("errorAt", refused == null ? "" : refused.field() == null ? "text" : refused.field());
        values.put("error", refused == null ? "" : texts.get(locale, refused.key(), refused.arguments()));
        var asked = new PublicRequest(TalkController.PATH, Map.of(), locale);
        var known = user.get().isPresent();
        var shown = PublicPage.of(texts.get(locale, "talking.title") + " · " + shop.name(), texts.get(locale, "talking.lead"), TalkController.PATH,
                templates.render("talking/talk.jte", locale, values)).notIndexed();
        var document = still.of(shown, asked, known ? frame.liveHeader(locale, asked.path(), null) : frame.header(locale, asked.path(), null),
                known ? frame.liveFooter(locale, asked.path()) : frame.footer(locale, asked.path())).orElse(null);
        response.setHeader("Cache-Control", "private, no-store");
        if (document == null) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        document.body().appendChild(new Element("script").appendChild(new DataNode(script)));
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Content-Language", locale.toLanguageTag());
        response.getOutputStream().write(document.outerHtml().getBytes(StandardCharsets.UTF_8));
    }

    String time(Instant moment, Locale locale) {
        return new PageContext(texts, shop, locale).time(moment);
    }
}
