package app.regulars.account;

import app.regulars.platform.security.Secrets;
import static app.regulars.platform.persistence.Columns.utc;

import app.regulars.platform.persistence.Columns;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.authentication.rememberme.AbstractRememberMeServices;
import org.springframework.security.web.authentication.rememberme.InvalidCookieException;
import org.springframework.security.web.authentication.rememberme.RememberMeAuthenticationException;

/**
 * Stays signed in by a cookie of a series and a secret. The secret does not change with each use: a page asks for many things
 * at once, and all of them carry the same cookie. A series that comes with a wrong secret is ended.
 */
class RememberedBrowsers extends AbstractRememberMeServices {

    static final Duration KEPT = Duration.ofDays(30);
    private static final Duration NOTED_EVERY = Duration.ofHours(1);

    private final JdbcTemplate jdbc;
    private final Clock clock;

    private record Remembered(String secretHash, String email, Instant lastUsed, Instant expires) {
    }

    RememberedBrowsers(UserDetailsService users, JdbcTemplate jdbc, Clock clock) {
        super(UUID.randomUUID().toString(), users);
        this.jdbc = jdbc;
        this.clock = clock;
        setTokenValiditySeconds((int) KEPT.toSeconds());
        setCookieCustomizer(cookie -> cookie.setAttribute("SameSite", "Lax"));
    }

    /** Only pages and the start of a live page sign in by the cookie: pictures and styles need nobody, and would each open a session. */
    @Override
    protected String extractRememberMeCookie(HttpServletRequest request) {
        var accept = request.getHeader("Accept");
        var page = accept != null && accept.contains("text/html") || "init".equals(request.getParameter("v-r"));
        return page && !request.getRequestURI().startsWith("/login") ? super.extractRememberMeCookie(request) : null;
    }

    @Override
    protected void onLoginSuccess(HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        var series = UUID.randomUUID().toString();
        var secret = Secrets.next();
        var now = clock.instant();
        var browser = request.getHeader("User-Agent");
        jdbc.update("insert into remembered_browser (series, secret_hash, email, browser, created_at, last_used_at, expires_at) values (?, ?, ?, ?, ?, ?, ?)",
                series, Secrets.hash(secret), authentication.getName(), browser == null ? null : browser.substring(0, Math.min(200, browser.length())),
                utc(now), utc(now), utc(now.plus(KEPT)));
        setCookie(new String[] {series, secret}, getTokenValiditySeconds(), request, response);
    }

    @Override
    protected UserDetails processAutoLoginCookie(String[] parts, HttpServletRequest request, HttpServletResponse response)
            throws RememberMeAuthenticationException {
        if (parts.length != 2) {
            throw new InvalidCookieException("not a series and a secret");
        }
        var known = jdbc.query("select secret_hash, email, last_used_at, expires_at from remembered_browser where series = ?", rows -> {
            return rows.next() ? new Remembered(rows.getString("secret_hash"), rows.getString("email"), Columns.instant(rows, "last_used_at"),
                    Columns.instant(rows, "expires_at")) : null;
        }, parts[0]);
        var now = clock.instant();
        if (known == null || !known.expires().isAfter(now)) {
            throw new InvalidCookieException("not remembered");
        }
        if (!MessageDigest.isEqual(known.secretHash().getBytes(StandardCharsets.US_ASCII), Secrets.hash(parts[1]).getBytes(StandardCharsets.US_ASCII))) {
            forget(parts[0]);
            throw new InvalidCookieException("wrong secret");
        }
        if (known.lastUsed().plus(NOTED_EVERY).isBefore(now)) {
            jdbc.update("update remembered_browser set last_used_at = ? where series = ?", utc(now), parts[0]);
        }
        return getUserDetailsService().loadUserByUsername(known.email());
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        var cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (getCookieName().equals(cookie.getName())) {
                    try {
                        forget(decodeCookie(cookie.getValue())[0]);
                    } catch (InvalidCookieException notOurs) {
                        logger.debug("a cookie that is not ours");
                    }
                }
            }
        }
        super.logout(request, response, authentication);
    }

    /** Ends all of an account: after a new password, for instance. */
    void forgetAll(String email) {
        jdbc.update("delete from remembered_browser where email = ?", email);
    }

    private void forget(String series) {
        jdbc.update("delete from remembered_browser where series = ?", series);
    }
}
