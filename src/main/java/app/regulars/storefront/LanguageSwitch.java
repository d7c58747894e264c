package app.regulars.storefront;

import app.regulars.platform.i18n.Languages;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Keeps the reader's choice of language in a cookie and goes back to the page. */
@Controller
class LanguageSwitch {

    private static final Duration KEPT = Duration.ofDays(365);

    @GetMapping("/language")
    void change(@RequestParam(defaultValue = "en") String to, @RequestParam(defaultValue = "/") String back, HttpServletRequest request,
                HttpServletResponse response) {
        var language = Languages.code(Languages.of(to));
        var cookie = new Cookie(Languages.COOKIE, language);
        cookie.setPath("/");
        cookie.setMaxAge((int) KEPT.toSeconds());
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Location", target(back, request));
    }

    /** The page itself, with its query where the browser tells it; never another site. */
    private static String target(String back, HttpServletRequest request) {
        var path = isOwn(back) ? back : "/";
        var referer = request.getHeader("Referer");
        if (referer != null) {
            try {
                var from = URI.create(referer);
                if (request.getServerName().equals(from.getHost()) && path.equals(from.getPath()) && from.getRawQuery() != null
                        && !from.getRawQuery().contains("lang=")) {
                    return path + "?" + from.getRawQuery();
                }
            } catch (IllegalArgumentException malformed) {
                return path;
            }
        }
        return path;
    }

    private static boolean isOwn(String back) {
        return back.startsWith("/") && !back.startsWith("//") && back.indexOf('\\') < 0 && back.chars().allMatch(c -> c > ' ' && c < 127);
    }
}
