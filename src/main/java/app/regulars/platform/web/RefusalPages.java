package app.regulars.platform.web;

import app.regulars.platform.i18n.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Pages of the shop for what is not there (404) and for what is somebody else's side of the counter (403), without a session. */
@Component
public class RefusalPages {

    private final PublicFrame frame;
    private final StartDocument document;
    private final Templates templates;
    private final Texts texts;

    RefusalPages(PublicFrame frame, StartDocument document, Templates templates, Texts texts) {
        this.frame = frame;
        this.document = document;
        this.templates = templates;
        this.texts = texts;
    }

    public void notFound(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var asked = PublicPageFilter.asked(request);
        send(frame.notFound(asked), asked, request, response);
    }

    public void denied(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var asked = PublicPageFilter.asked(request);
        var page = PublicPage.of(texts.get(asked.locale(), "platform.error.denied.title"), "", asked.path(),
                templates.render("platform/denied.jte", asked.locale(), Map.of())).withStatus(HttpServletResponse.SC_FORBIDDEN).notIndexed();
        send(page, asked, request, response);
    }

    private void send(PublicPage page, PublicRequest asked, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(page.status());
        response.setHeader("Cache-Control", "no-store");
        var accept = request.getHeader("Accept");
        if (!"GET".equals(request.getMethod()) || accept == null || !accept.contains("text/html") && !accept.contains("*/*") || !document.isReady()) {
            return;
        }
        var body = document.with(page, asked, frame.header(asked.locale(), asked.path(), null), frame.footer(asked.locale(), asked.path())).html();
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Content-Language", asked.locale().toLanguageTag());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
