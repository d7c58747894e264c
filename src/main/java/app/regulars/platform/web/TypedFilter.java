package app.regulars.platform.web;

import app.regulars.platform.i18n.Languages;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers what a page asks while a stranger types into it, ahead of everything else and without a session: a piece of HTML, for the parameters "q" and
 * "lang". A browser that may be known goes on to a controller on the same path, behind the rules of signing in, which reads and answers in the same way.
 */
public abstract class TypedFilter extends OncePerRequestFilter {

    private final String path;

    protected TypedFilter(String path) {
        this.path = path;
    }

    /** What anybody may see. */
    protected abstract String html(String typed, Locale locale);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        if (!path.equals(request.getRequestURI()) || !"GET".equals(request.getMethod()) || isPerhapsKnown(request)) {
            chain.doFilter(request, response);
            return;
        }
        answer(html(typed(request), locale(request)), response);
    }

    /** A browser with any other cookie than that of its language: who it is, the rules of signing in will say. */
    private static boolean isPerhapsKnown(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies != null && Arrays.stream(cookies).map(Cookie::getName).anyMatch(name -> !Languages.COOKIE.equals(name));
    }

    /** @return empty where nothing was typed, or nothing that can be read */
    public static String typed(HttpServletRequest request) {
        try {
            var typed = request.getParameter("q");
            return typed == null ? "" : typed;
        } catch (IllegalStateException unreadable) {
            return "";
        }
    }

    /** The language of the page that asks, else the browser's. */
    public static Locale locale(HttpServletRequest request) {
        try {
            return Languages.resolve(request.getParameter("lang"), null, request.getHeader("Accept-Language"));
        } catch (IllegalStateException unreadable) {
            return Languages.ENGLISH;
        }
    }

    /** Kept by nobody, and found by no search engine. */
    public static void answer(String html, HttpServletResponse response) throws IOException {
        var body = html.getBytes(StandardCharsets.UTF_8);
        response.setHeader("Cache-Control", "private, no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
