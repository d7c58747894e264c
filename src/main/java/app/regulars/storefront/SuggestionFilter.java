package app.regulars.storefront;

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
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers what the search box asks while somebody types, ahead of everything else and without a session. A browser that may be known goes on
 * to {@link SuggestionController}, behind the rules of signing in.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 15)
class SuggestionFilter extends OncePerRequestFilter {

    private final Suggestions suggestions;

    SuggestionFilter(Suggestions suggestions) {
        this.suggestions = suggestions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        if (!Suggestions.PATH.equals(request.getRequestURI()) || !"GET".equals(request.getMethod()) || isPerhapsKnown(request)) {
            chain.doFilter(request, response);
            return;
        }
        answer(suggestions.html(typed(request), locale(request), Shopper.ANYBODY), response);
    }

    /** A browser with any other cookie than that of its language: who it is, the rules of signing in will say. */
    private static boolean isPerhapsKnown(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies != null && Arrays.stream(cookies).map(Cookie::getName).anyMatch(name -> !Languages.COOKIE.equals(name));
    }

    static String typed(HttpServletRequest request) {
        try {
            var typed = request.getParameter("q");
            return typed == null ? "" : typed;
        } catch (IllegalStateException unreadable) {
            return "";
        }
    }

    static Locale locale(HttpServletRequest request) {
        try {
            return Languages.resolve(request.getParameter("lang"), null, request.getHeader("Accept-Language"));
        } catch (IllegalStateException unreadable) {
            return Languages.ENGLISH;
        }
    }

    static void answer(String html, HttpServletResponse response) throws IOException {
        var body = html.getBytes(StandardCharsets.UTF_8);
        response.setHeader("Cache-Control", "private, no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
