package app.regulars.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers public addresses with complete HTML, without a session and without a cookie, ahead of everything else. The
 * answer is Vaadin's own start document with the page painted beside its outlet, so that the live view takes over by itself.
 * Where a page knows its people, a browser that may be known goes on to {@link PersonalPageFilter} instead.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class PublicPageFilter extends OncePerRequestFilter {

    static final String PERSONAL = PublicPageFilter.class.getName() + ".personal";

    private final List<PublicPages> sources;
    private final PublicFrame frame;
    private final PublicCache cache;
    private final StartDocument document;

    PublicPageFilter(List<PublicPages> sources, PublicFrame frame, PublicCache cache, StartDocument document) {
        this.sources = sources;
        this.frame = frame;
        this.cache = cache;
        this.document = document;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var source = source(request);
        if (source == null || !document.isReady()) {
            chain.doFilter(request, response);
            return;
        }
        if (source.isPersonal(path(request)) && ReaderLanguages.isPerhapsKnown(request)) {
            // who it is, the rules of signing in will say
            request.setAttribute(PERSONAL, source);
            chain.doFilter(request, response);
            return;
        }
        answer(source, request, response);
    }

    /** The page for everybody. */
    void answer(PublicPages source, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var asked = asked(request, source.parameters());
        var answer = cache.get(new PublicCache.Key(asked.path(), asked.parameters(), asked.locale()), () -> make(source, asked));
        source.served(asked);
        if (answer.location() != null) {
            moved(answer.location(), response);
            return;
        }
        response.setHeader("Vary", "Accept-Language, Cookie");
        var alone = source.isPrivate(asked.path());
        response.setHeader("Cache-Control", alone ? "private, no-store" : "no-cache");
        if (!alone) {
            response.setHeader("ETag", answer.etag());
        }
        response.setHeader("Content-Language", asked.locale().toLanguageTag());
        if (!alone && answer.status() == 200 && answer.etag().equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setStatus(answer.status());
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(answer.body().length);
        if (!"HEAD".equals(request.getMethod())) {
            response.getOutputStream().write(answer.body());
        }
    }

    /**
     * Answers with the page of whoever is signed in, for her alone.
     *
     * @return whether there was somebody, and a page of her own
     */
    boolean answerPersonally(PublicPages source, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var asked = asked(request, source.parameters());
        var page = source.personal(asked).orElse(null);
        if (page == null) {
            return false;
        }
        source.served(asked);
        if (page.isMoved()) {
            moved(page.canonicalPath(), response);
            return true;
        }
        var body = document.with(page, asked, frame.liveHeader(asked.locale(), asked.path(), page.section()),
                frame.liveFooter(asked.locale(), asked.path())).html();
        response.setHeader("Vary", "Accept-Language, Cookie");
        response.setHeader("Cache-Control", "private, no-store");
        response.setHeader("Content-Language", asked.locale().toLanguageTag());
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(body.length);
        if (!"HEAD".equals(request.getMethod())) {
            response.getOutputStream().write(body);
        }
        return true;
    }

    /** For good; asked anew each time all the same, as a product may come back and groups change. */
    private static void moved(String path, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
        response.setHeader("Location", path);
        response.setHeader("Vary", "Cookie");
        response.setHeader("Cache-Control", "no-cache");
    }

    private PublicPages source(HttpServletRequest request) {
        var method = request.getMethod();
        if (!"GET".equals(method) && !"HEAD".equals(method)) {
            return null;
        }
        var query = request.getQueryString();
        if (query != null && query.contains("v-r=") || document.isOwnRequest(request)) {
            return null;
        }
        var path = path(request);
        for (var source : sources) {
            if (source.serves(path)) {
                return source;
            }
        }
        return null;
    }

    private static String path(HttpServletRequest request) {
        var path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path.isEmpty() ? "/" : path;
    }

    static PublicRequest asked(HttpServletRequest request) {
        return asked(request, null);
    }

    private static PublicRequest asked(HttpServletRequest request, Set<String> read) {
        var sent = sent(request);
        var parameters = new HashMap<>(PublicRequest.parameters(sent));
        if (read != null) {
            parameters.keySet().retainAll(read);
        }
        var lang = sent.getOrDefault("lang", List.of());
        var locale = ReaderLanguages.of(request, lang.isEmpty() ? null : lang.getFirst());
        return new PublicRequest(path(request), Map.copyOf(parameters), locale);
    }

    /** None where the query cannot be read, such as "q=100%": the page without it helps more than a refusal. */
    private static Map<String, List<String>> sent(HttpServletRequest request) {
        try {
            var sent = new HashMap<String, List<String>>();
            request.getParameterMap().forEach((name, values) -> sent.put(name, List.of(values)));
            return sent;
        } catch (IllegalStateException unreadable) {
            return Map.of();
        }
    }

    private PublicCache.Answer make(PublicPages source, PublicRequest asked) {
        var page = source.page(asked).orElseGet(() -> frame.notFound(asked));
        if (page.isMoved()) {
            return new PublicCache.Answer(page.status(), new byte[0], null, page.canonicalPath());
        }
        var header = frame.header(asked.locale(), asked.path(), page.section());
        var footer = frame.footer(asked.locale(), asked.path());
        var painted = document.with(page, asked, header, footer);
        // a weak one: whatever has a strong one, Tomcat does not compress
        return new PublicCache.Answer(page.status(), painted.html(), "W/\"" + painted.mark() + "\"", null);
    }
}
