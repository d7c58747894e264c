package app.regulars.platform.web;

import app.regulars.platform.i18n.Languages;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.security.web.authentication.rememberme.AbstractRememberMeServices;

/**
 * The language of a request: as the address says, else as was chosen in this browser, else as the account of whoever is signed in says,
 * else as the browser asks for.
 */
public final class ReaderLanguages {

    static final String ACCOUNT = ReaderLanguages.class.getName() + ".account";

    private ReaderLanguages() {
    }

    public static Locale of(HttpServletRequest request) {
        return of(request, parameter(request));
    }

    /** @param parameter what the address says, or null */
    public static Locale of(HttpServletRequest request, String parameter) {
        var chosen = cookie(request, Languages.COOKIE);
        return Languages.resolve(parameter, chosen == null || chosen.isBlank() ? account(request) : chosen, request.getHeader("Accept-Language"));
    }

    /** Whether a language is said by the address or was chosen in this browser. */
    static boolean isChosen(HttpServletRequest request) {
        return parameter(request) != null || cookie(request, Languages.COOKIE) != null;
    }

    /** What the rules of signing in found for this request; ahead of them, what they found before in a browser that may be known. */
    private static String account(HttpServletRequest request) {
        return request.getAttribute(ACCOUNT) instanceof String code ? code : isPerhapsKnown(request) ? cookie(request, Languages.ACCOUNT_COOKIE) : null;
    }

    /** A session that is there, or a browser that says it is remembered; makes no session. */
    static boolean isPerhapsKnown(HttpServletRequest request) {
        return request.getSession(false) != null || cookie(request, AbstractRememberMeServices.SPRING_SECURITY_REMEMBER_ME_COOKIE_KEY) != null;
    }

    static String cookie(HttpServletRequest request, String name) {
        var cookies = request.getCookies();
        return cookies == null ? null : Arrays.stream(cookies).filter(cookie -> name.equals(cookie.getName())).map(Cookie::getValue).findFirst().orElse(null);
    }

    private static String parameter(HttpServletRequest request) {
        try {
            return request.getParameter("lang");
        } catch (IllegalStateException unreadable) {
            return null;
        }
    }
}
