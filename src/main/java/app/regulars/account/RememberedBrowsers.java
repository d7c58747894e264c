package app.regulars.account;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.utc;

import app.regulars.platform.persistence.Columns;
import app.regulars.platform.security.Proof;
import app.regulars.platform.security.Secrets;
import app.regulars.platform.web.BrowserFamily;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.web.authentication.rememberme.AbstractRememberMeServices;
import org.springframework.security.web.authentication.rememberme.InvalidCookieException;
import org.springframework.security.web.authentication.rememberme.RememberMeAuthenticationException;

/**
 * Stays signed in by a cookie of a series and a secret. The secret changes each time it opens a session; the one before it counts
 * for a moment longer, because a page asks for several things at once. Whoever comes later with a secret that was used up has a copy
 * of somebody's cookie: the series ends, and the sessions it opened with it.
 */
class RememberedBrowsers extends AbstractRememberMeServices {

    static final Duration KEPT = Duration.ofDays(30);
    private static final Duration AT_ONCE = Duration.ofSeconds(60);

    private final AccountRepository accounts;
    private final AccountUsers users;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    private record Remembered(UUID account, String hash, String previous, Instant rotated, Instant expires) {

        boolean is(String secretHash) {
            return same(hash, secretHash);
        }

        boolean wasJustNow(String secretHash, Instant now) {
            return previous != null && same(previous, secretHash) && rotated.plus(AT_ONCE).isAfter(now);
        }

        private static boolean same(String a, String b) {
            return MessageDigest.isEqual(a.getBytes(StandardCharsets.US_ASCII), b.getBytes(StandardCharsets.US_ASCII));
        }
    }

    RememberedBrowsers(AccountRepository accounts, AccountUsers users, JdbcTemplate jdbc, Clock clock) {
        super(UUID.randomUUID().toString(), users);
        this.accounts = accounts;
        this.users = users;
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
        if (!(authentication.getPrincipal() instanceof AccountUser user)) {
            return;
        }
        var series = UUID.randomUUID().toString();
        var secret = Secrets.next();
        var now = clock.instant();
        jdbc.update("insert into remembered_browser (series, account_id, secret_hash, browser, created_at, last_used_at, expires_at) values (?, ?, ?, ?, ?, ?, ?)",
                series, bytes(user.signedIn().accountId()), Secrets.hash(secret), BrowserFamily.of(request.getHeader("User-Agent")), utc(now), utc(now),
                utc(now.plus(KEPT)));
        setCookie(new String[] {series, secret}, getTokenValiditySeconds(), request, response);
    }

    @Override
    protected UserDetails processAutoLoginCookie(String[] parts, HttpServletRequest request, HttpServletResponse response)
            throws RememberMeAuthenticationException {
        if (parts.length != 2) {
            throw new InvalidCookieException("not a series and a secret");
        }
        var series = parts[0];
        var hash = Secrets.hash(parts[1]);
        var now = clock.instant();
        var known = find(series).filter(browser -> browser.expires().isAfter(now)).orElseThrow(() -> new InvalidCookieException("not remembered"));
        if (known.is(hash)) {
            rotate(series, hash, now, request, response);
        } else if (!known.wasJustNow(hash, now)) {
            end(series);
            throw new InvalidCookieException("used before");
        }
        return accounts.findById(known.account()).filter(Account::isOpen).flatMap(account -> users.user(account, Proof.REMEMBERED))
                .orElseThrow(() -> new InvalidCookieException("no such account"));
    }

    private Optional<Remembered> find(String series) {
        return jdbc.query("select account_id, secret_hash, previous_hash, rotated_at, expires_at from remembered_browser where series = ?",
                (row, n) -> new Remembered(Columns.uuid(row.getBytes("account_id")), row.getString("secret_hash"), row.getString("previous_hash"),
                        Columns.instant(row, "rotated_at"), Columns.instant(row, "expires_at")), series).stream().findFirst();
    }

    /** Of several requests that bring the same secret at once, one hands out the next. */
    private void rotate(String series, String hash, Instant now, HttpServletRequest request, HttpServletResponse response) {
        var next = Secrets.next();
        var won = jdbc.update("""
                update remembered_browser set secret_hash = ?, previous_hash = ?, rotated_at = ?, last_used_at = ?, browser = ?
                where series = ? and secret_hash = ?""",
                Secrets.hash(next), hash, utc(now), utc(now), BrowserFamily.of(request.getHeader("User-Agent")), series, hash);
        if (won == 1) {
            setCookie(new String[] {series, next}, getTokenValiditySeconds(), request, response);
        }
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        var series = series(request);
        if (series != null) {
            jdbc.update("delete from remembered_browser where series = ?", series);
        }
        super.logout(request, response, authentication);
    }

    /** The series of the cookie that a request brings, whether or not it is one of ours; else null. */
    String series(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null ? null : Arrays.stream(cookies).filter(cookie -> getCookieName().equals(cookie.getName())).map(Cookie::getValue)
                .map(this::seriesOf).filter(series -> series != null && series.length() == 36).findFirst().orElse(null);
    }

    private String seriesOf(String cookie) {
        try {
            return decodeCookie(cookie)[0];
        } catch (InvalidCookieException notOurs) {
            return null;
        }
    }

    private void end(String series) {
        jdbc.update("delete from remembered_browser where series = ?", series);
        jdbc.update("update sign_in_session set ended_at = ? where series = ? and ended_at is null", utc(clock.instant()), series);
    }
}
